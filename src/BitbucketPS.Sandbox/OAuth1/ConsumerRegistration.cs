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

    /// <summary>What it acts as in OAuth 2 when no person is asked.</summary>
    public required Account AppUser { get; init; }

    /// <summary>Where OAuth 2 may send people back to; null as long as none is registered.</summary>
    public required Uri? CallbackUri { get; init; }

    /// <summary>Whether it keeps its secret to itself, which the client credentials grant asks for.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>What it may ask for in OAuth 2.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>PEM; null as long as it cannot sign with RSA.</summary>
    public string? RsaPublicKey { get; set; }
}
