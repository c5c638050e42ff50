namespace BitbucketPS;

/// <summary>How a pull request is to be merged.</summary>
public sealed record PullRequestMergeOptions
{
    /// <summary>
    /// How: <c>merge_commit</c>, <c>squash</c>, <c>fast_forward</c>, <c>squash_fast_forward</c>, <c>rebase_fast_forward</c> or
    /// <c>rebase_merge</c>; null for what the destination branch has for its default.
    /// </summary>
    public string? Strategy { get; init; }

    /// <summary>The message of the commit that it makes; null for the service's own.</summary>
    public string? Message { get; init; }

    /// <summary>Whether to delete the source branch; null for what the pull request says.</summary>
    public bool? CloseSourceBranch { get; init; }

    /// <summary>True if the service is not to wait for the end of the merge before it answers.</summary>
    public bool IsAsync { get; init; }
}
