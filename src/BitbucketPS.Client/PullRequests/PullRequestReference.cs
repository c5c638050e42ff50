namespace BitbucketPS;

/// <summary>A pull request, where it is only named.</summary>
internal sealed record PullRequestReference
{
    public long Id { get; init; }

    public string? Title { get; init; }
}
