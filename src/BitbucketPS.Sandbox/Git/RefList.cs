namespace BitbucketPS.Sandbox;

/// <summary>The branches and tags of a repository at one time.</summary>
internal sealed class RefList
{
    private readonly Dictionary<string, GitBranch> _branches;
    private readonly Dictionary<string, GitTag> _tags;

    public RefList(IReadOnlyList<GitBranch> branches, IReadOnlyList<GitTag> tags)
    {
        Branches = branches;
        Tags = tags;
        _branches = branches.ToDictionary(branch => branch.Name, StringComparer.Ordinal);
        _tags = tags.ToDictionary(tag => tag.Name, StringComparer.Ordinal);
    }

    /// <summary>In git's order, which is that of the bytes of their names.</summary>
    public IReadOnlyList<GitBranch> Branches { get; }

    /// <summary>In the same order.</summary>
    public IReadOnlyList<GitTag> Tags { get; }

    /// <summary>One branch by its exact name, or null.</summary>
    public GitBranch? FindBranch(string name) => _branches.GetValueOrDefault(name);

    /// <summary>One tag by its exact name, or null.</summary>
    public GitTag? FindTag(string name) => _tags.GetValueOrDefault(name);
}
