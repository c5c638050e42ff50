namespace BitbucketPS.Sandbox;

/// <summary>That somebody wants to hear of what happens in a repository, whose UUID owns this.</summary>
/// <param name="AccountUuid">Who.</param>
internal sealed record Watcher(string AccountUuid) : IEntity
{
    /// <inheritdoc/>
    public string Id => AccountUuid;
}
