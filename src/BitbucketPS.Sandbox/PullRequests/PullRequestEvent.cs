using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>One entry in the activity of a repository's pull requests; the repository owns this.</summary>
/// <param name="Number">Counted in the repository.</param>
/// <param name="PullRequestNumber">Of which pull request.</param>
/// <param name="Kind">What happened: <c>update</c>, <c>approval</c>, <c>changes_requested</c> or <c>comment</c>, as the API names it.</param>
/// <param name="AccountUuid">Who did it.</param>
/// <param name="Date">When.</param>
internal sealed record PullRequestEvent(int Number, int PullRequestNumber, string Kind, string AccountUuid, DateTimeOffset Date) : IEntity
{
    public const string Update = "update";
    public const string Approval = "approval";
    public const string ChangesRequest = "changes_requested";
    public const string Comment = "comment";

    /// <summary>The pull request as it was then; for an update.</summary>
    public PullRequest? Snapshot { get; init; }

    /// <summary>The comment; for a comment.</summary>
    public int? CommentNumber { get; init; }

    /// <inheritdoc/>
    public string Id => Number.ToString(CultureInfo.InvariantCulture);
}
