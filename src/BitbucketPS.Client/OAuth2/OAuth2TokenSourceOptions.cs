using BitbucketPS.Signing;

namespace BitbucketPS.OAuth2;

/// <summary>What keeping an OAuth 2 token fresh needs to know.</summary>
public sealed class OAuth2TokenSourceOptions
{
    /// <summary>Gives new tokens.</summary>
    public required IOAuth2Endpoint Endpoint { get; init; }

    /// <summary>How the token was got, and so how a new one is.</summary>
    public OAuth2GrantType GrantType { get; init; }

    /// <summary>Where the token is kept for other processes too; null where it lives in this one alone.</summary>
    public IOAuth2TokenStore? Store { get; init; }

    /// <summary>The clock of expiries.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
