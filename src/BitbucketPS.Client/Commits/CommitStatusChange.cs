namespace BitbucketPS;

/// <summary>What to say about a commit. What is null is left as it is.</summary>
public sealed record CommitStatusChange
{
    /// <summary>How it went: <c>SUCCESSFUL</c>, <c>FAILED</c>, <c>INPROGRESS</c> or <c>STOPPED</c>. A new status needs it.</summary>
    public string? State { get; init; }

    /// <summary>Where it can be read about. A new status needs it.</summary>
    public string? Url { get; init; }

    /// <summary>Its name, as people see it.</summary>
    public string? Name { get; init; }

    /// <summary>What there is to say about it.</summary>
    public string? Description { get; init; }

    /// <summary>The branch or tag that was built.</summary>
    public string? Refname { get; init; }
}
