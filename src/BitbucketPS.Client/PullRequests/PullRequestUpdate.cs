namespace BitbucketPS;

/// <summary>What is to be changed about a pull request; what is null stays as it is.</summary>
public sealed record PullRequestUpdate
{
    /// <summary>The new title.</summary>
    public string? Title { get; init; }

    /// <summary>The new description; empty for none.</summary>
    public string? Description { get; init; }

    /// <summary>The branch to merge into from now on.</summary>
    public string? DestinationBranch { get; init; }

    /// <summary>The UUIDs of all who are to review it; empty for nobody.</summary>
    public IReadOnlyList<string>? Reviewers { get; init; }

    /// <summary>The UUIDs of those who are to review it besides.</summary>
    public IReadOnlyList<string> AddReviewers { get; init => field = value ?? []; } = [];

    /// <summary>The UUIDs of those who are not to review it any more.</summary>
    public IReadOnlyList<string> RemoveReviewers { get; init => field = value ?? []; } = [];

    /// <summary>Whether its merge is to delete the source branch.</summary>
    public bool? CloseSourceBranch { get; init; }

    /// <summary>Whether it is not ready to be merged.</summary>
    public bool? IsDraft { get; init; }
}
