namespace BitbucketPS.Sandbox;

/// <summary>A tag and the commit it leads to.</summary>
/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="Target">The commit, through the tag object if there is one.</param>
internal sealed record GitTag(string Name, GitCommit Target)
{
    /// <summary>Of the tag object; null for a lightweight tag.</summary>
    public string? Message { get; init; }

    public string? TaggerName { get; init; }

    /// <summary>Without angle brackets.</summary>
    public string? TaggerEmail { get; init; }

    /// <summary>When it was tagged.</summary>
    public DateTimeOffset? Date { get; init; }
}
