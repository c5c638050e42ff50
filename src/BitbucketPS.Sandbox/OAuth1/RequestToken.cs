namespace BitbucketPS.Sandbox;

/// <summary>A request token: temporary credentials in RFC 5849's words.</summary>
internal sealed class RequestToken : IQuestion
{
    public required string Token { get; init; }

    public required string Secret { get; init; }

    public required ConsumerRegistration Consumer { get; init; }

    /// <summary>Where the person is sent back to; null for <c>oob</c>.</summary>
    public required string? Callback { get; init; }

    public required DateTimeOffset ExpiresOn { get; init; }

    public required string FormToken { get; init; }

    /// <summary>What only the approving person's browser is told.</summary>
    public required string Verifier { get; init; }

    public TokenState State { get; set; }

    public bool IsAnswered => State is not TokenState.Pending;
}
