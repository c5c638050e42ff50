namespace BitbucketPS.Sandbox;

/// <summary>An application that may ask people for access.</summary>
internal sealed class ConsumerRegistration
{
    public required string Key { get; init; }

    public required string Secret { get; init; }

    /// <summary>What the authorisation page calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Whom it acts as when no person is asked (two-legged).</summary>
    public required Account Owner { get; init; }

    /// <summary>PEM; null as long as it cannot sign with RSA.</summary>
    public string? RsaPublicKey { get; set; }
}
