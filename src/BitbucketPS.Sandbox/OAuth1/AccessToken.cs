namespace BitbucketPS.Sandbox;

/// <summary>An access token: token credentials in RFC 5849's words.</summary>
internal sealed class AccessToken
{
    public required string Token { get; init; }

    public required string Secret { get; init; }

    public required ConsumerRegistration Consumer { get; init; }

    /// <summary>Whom it acts as.</summary>
    public required Account Account { get; init; }

    public bool IsRevoked { get; set; }
}
