namespace BitbucketPS;

/// <summary>Somebody who is asked to review each pull request of a repository.</summary>
internal sealed record DefaultReviewerReference
{
    public Account? User { get; init; }
}
