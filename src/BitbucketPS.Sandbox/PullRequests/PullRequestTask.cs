using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Something to do before a pull request is merged, which owns this.</summary>
/// <param name="Number">Its id, counted in the repository.</param>
internal sealed record PullRequestTask(int Number) : IEntity
{
    public required string AccountUuid { get; init; }

    public required string Raw { get; init; }

    /// <summary>The comment it hangs on; null for none.</summary>
    public int? CommentNumber { get; init; }

    public bool IsPending { get; init; }

    /// <summary>Who did it; null while it is to be done.</summary>
    public string? ResolvedBy { get; init; }

    public DateTimeOffset? ResolvedOn { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    public required DateTimeOffset UpdatedOn { get; init; }

    public bool IsResolved => ResolvedBy is not null;

    /// <summary>Whether it is to be done yet, as far as anybody but its author knows.</summary>
    public bool IsOpen => !IsResolved && !IsPending;

    /// <summary>Whether somebody sees it: one that is pending is its author's alone.</summary>
    public bool IsVisibleTo(Account? account) => !IsPending || string.Equals(AccountUuid, account?.Uuid, StringComparison.Ordinal);

    /// <inheritdoc/>
    public string Id => Number.ToString(CultureInfo.InvariantCulture);
}
