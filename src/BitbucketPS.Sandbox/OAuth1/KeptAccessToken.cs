namespace BitbucketPS.Sandbox;

/// <summary>An access token of OAuth 1.0a as it is kept; its secret is needed to check signatures.</summary>
/// <param name="Token">The public half.</param>
/// <param name="Secret">The other one.</param>
/// <param name="AccountUuid">Whom it acts as.</param>
/// <param name="IsRevoked">Whether it was ended.</param>
internal sealed record KeptAccessToken(string Token, string Secret, string AccountUuid, bool IsRevoked) : ILocalEntity
{
    /// <inheritdoc/>
    public string Id => Token;
}
