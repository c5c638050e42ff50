namespace BitbucketPS;

/// <summary>What was found out about a folder: the repository that it is a clone of, or why there is none.</summary>
internal sealed record GitFinding
{
    /// <summary>A repository was found.</summary>
    public GitFinding(RepositoryId repository)
    {
        Repository = repository;
    }

    /// <summary>None was found.</summary>
    /// <param name="reason">Why, as a part of a sentence.</param>
    public GitFinding(string reason)
    {
        Reason = reason;
    }

    /// <summary>The repository; null if there is none.</summary>
    public RepositoryId? Repository { get; }

    /// <summary>Why there is none, as a part of a sentence; empty if there is one.</summary>
    public string Reason { get; } = "";
}
