namespace BitbucketPS;

/// <summary>Which commits to list, and how many. They come newest first; the service sorts and filters them in no other way.</summary>
public sealed record CommitQuery : ListOptions
{
    /// <summary>What leads to them: the name of a branch or a tag, or a hash. Null for all branches and tags.</summary>
    public string? Revision { get; init; }

    /// <summary>Further branches, tags or hashes that lead to them.</summary>
    public IReadOnlyList<string> Include { get; init => field = value ?? []; } = [];

    /// <summary>Branches, tags or hashes; what leads from these is left out.</summary>
    public IReadOnlyList<string> Exclude { get; init => field = value ?? []; } = [];

    /// <summary>A file or a directory; only commits that changed it are listed.</summary>
    public string? Path { get; init; }
}
