using BitbucketPS.OAuth2;

namespace BitbucketPS.Profiles;

/// <summary>An OAuth 2 consumer and its tokens as of the last refresh.</summary>
public sealed class SavedOAuth2 : SavedCredential
{
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

    /// <summary>What the access token may do.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
