namespace BitbucketPS;

/// <summary>A pull request that is to be opened.</summary>
public sealed record PullRequestDraft
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about: Markdown; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The branch that is to be merged.</summary>
    public required string SourceBranch { get; init; }

    /// <summary>The repository of that branch, for a fork; null for the same repository.</summary>
    public RepositoryId? SourceRepository { get; init; }

    /// <summary>The branch to merge into; null for the main branch.</summary>
    public string? DestinationBranch { get; init; }

    /// <summary>The UUIDs of those who are to review it. The author must not be one of them.</summary>
    public IReadOnlyList<string> Reviewers { get; init => field = value ?? []; } = [];

    /// <summary>True if its merge is to delete the source branch.</summary>
    public bool CloseSourceBranch { get; init; }

    /// <summary>True if it is not ready to be merged.</summary>
    public bool IsDraft { get; init; }
}
