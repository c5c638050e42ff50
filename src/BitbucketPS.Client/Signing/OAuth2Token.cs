namespace BitbucketPS.Signing;

/// <summary>What a token endpoint gave (RFC 6749 section 5.1), as of one moment. Immutable; shows no secret.</summary>
public sealed class OAuth2Token
{
    private readonly string _accessToken;
    private readonly string? _refreshToken;

    /// <summary>Takes the parts of an answer.</summary>
    /// <param name="accessToken">The access token, of any length.</param>
    /// <param name="refreshToken">The refresh token; null where there is none, as with client credentials.</param>
    /// <param name="issuedOn">When it was given, by this machine's clock.</param>
    /// <param name="expiresOn">When the access token ends; null where the server did not say so in a way that makes sense.</param>
    /// <param name="scopes">What it may do; empty where the server did not say.</param>
    /// <exception cref="BitbucketException">A token is empty or holds characters that no token has.</exception>
    public OAuth2Token(
        string accessToken, string? refreshToken, DateTimeOffset issuedOn, DateTimeOffset? expiresOn, IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        Credential.RequireVisible(accessToken, "access token");
        _accessToken = accessToken;
        _refreshToken = string.IsNullOrEmpty(refreshToken) ? null : refreshToken;
        IssuedOn = issuedOn;
        ExpiresOn = expiresOn;
        Scopes = scopes;
    }

    /// <summary>When it was given.</summary>
    public DateTimeOffset IssuedOn { get; }

    /// <summary>When the access token ends; null where nobody knows.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>What it may do; empty where the server did not say.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Whether there is a refresh token.</summary>
    public bool HasRefreshToken => _refreshToken is not null;

    /// <summary>The access token, for who signs or stores it. A method, so that nothing that lists properties shows it.</summary>
    public string RevealAccessToken() => _accessToken;

    /// <summary>The refresh token, for who uses or stores it; null without one.</summary>
    public string? RevealRefreshToken() => _refreshToken;

    /// <summary>Whether both hold the same access token.</summary>
    /// <param name="other">Another token.</param>
    public bool HasSameAccessToken(OAuth2Token? other)
        => other is not null && string.Equals(_accessToken, other._accessToken, StringComparison.Ordinal);

    /// <summary>The same token with a refresh token of before, if it brought none: the server then means to keep it (RFC 6749 section 6).</summary>
    /// <param name="previous">The token that was refreshed.</param>
    public OAuth2Token KeepingRefreshTokenOf(OAuth2Token previous)
    {
        ArgumentNullException.ThrowIfNull(previous);
        return HasRefreshToken ? this : new(_accessToken, previous._refreshToken, IssuedOn, ExpiresOn, Scopes);
    }

    /// <summary>Says when it ends, without secrets.</summary>
    public override string ToString() => $"OAuth 2 token until {ExpiresOn?.ToString("u", System.Globalization.CultureInfo.InvariantCulture) ?? "nobody knows when"}";
}
