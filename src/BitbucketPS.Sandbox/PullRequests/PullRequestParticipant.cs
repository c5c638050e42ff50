namespace BitbucketPS.Sandbox;

/// <summary>Somebody who took part in a pull request, which owns this.</summary>
/// <param name="AccountUuid">Who.</param>
/// <param name="State"><c>approved</c>, <c>changes_requested</c> or null.</param>
/// <param name="Date">When they last took part.</param>
internal sealed record PullRequestParticipant(string AccountUuid, string? State, DateTimeOffset Date) : IEntity
{
    public const string Approved = "approved";
    public const string ChangesRequested = "changes_requested";

    /// <inheritdoc/>
    public string Id => AccountUuid;
}
