namespace BitbucketPS.Sandbox;

/// <summary>What somebody wrote about a pull request.</summary>
/// <param name="Number">Its id, counted in the repository.</param>
internal sealed record PullRequestComment(int Number) : Comment(Number)
{
    /// <summary>Whether only its author sees it yet.</summary>
    public bool IsPending { get; init; }

    /// <summary>Who closed the thread; null while it is open.</summary>
    public string? ResolvedBy { get; init; }

    public DateTimeOffset? ResolvedOn { get; init; }

    /// <summary>Whether somebody sees it: one that is pending is its author's alone.</summary>
    public bool IsVisibleTo(Account? account) => !IsPending || string.Equals(AccountUuid, account?.Uuid, StringComparison.Ordinal);
}
