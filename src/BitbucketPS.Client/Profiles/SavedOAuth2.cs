using BitbucketPS.OAuth2;
using BitbucketPS.Signing;

namespace BitbucketPS.Profiles;

/// <summary>An OAuth 2 consumer and its tokens as of the last refresh.</summary>
public sealed class SavedOAuth2 : SavedCredential
{
    /// <summary>
    /// Names the sign-in that the tokens come from, over all renewals: whoever signs in anew under the same profile name is
    /// another one, and a session of before must not turn into theirs.
    /// </summary>
    public required string SignInId { get; init; }

    /// <summary>The consumer's key.</summary>
    public required string ConsumerKey { get; init; }

    /// <summary>The consumer's secret.</summary>
    public required string ConsumerSecret { get; init; }

    /// <summary>How the tokens were got, and so how new ones are.</summary>
    public OAuth2GrantType GrantType { get; init; }

    /// <summary>The access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>The refresh token; null where there is none.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the access token was given.</summary>
    public DateTimeOffset IssuedOn { get; init; }

    /// <summary>When the access token ends; null where nobody knows.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>What was asked for at the sign-in, and is again where tokens are asked for anew; empty for all that the consumer may.</summary>
    public IReadOnlyList<string> RequestedScopes { get; init; } = [];

    /// <summary>What the access token may do.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The tokens, to sign with.</summary>
    public OAuth2Token ToToken() => new(AccessToken, RefreshToken, IssuedOn, ExpiresOn, Scopes);

    /// <summary>The same sign-in with renewed tokens.</summary>
    /// <param name="token">The tokens.</param>
    public SavedOAuth2 With(OAuth2Token token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new()
        {
            SignInId = SignInId,
            ConsumerKey = ConsumerKey,
            ConsumerSecret = ConsumerSecret,
            GrantType = GrantType,
            AccessToken = token.RevealAccessToken(),
            RefreshToken = token.RevealRefreshToken(),
            IssuedOn = token.IssuedOn,
            ExpiresOn = token.ExpiresOn,
            RequestedScopes = RequestedScopes,
            Scopes = token.Scopes,
        };
    }
}
