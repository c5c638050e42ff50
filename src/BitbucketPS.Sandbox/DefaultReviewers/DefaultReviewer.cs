namespace BitbucketPS.Sandbox;

/// <summary>That somebody reviews every new pull request of a repository or project, whose UUID owns this.</summary>
/// <param name="AccountUuid">Who.</param>
internal sealed record DefaultReviewer(string AccountUuid) : IEntity
{
    /// <inheritdoc/>
    public string Id => AccountUuid;
}
