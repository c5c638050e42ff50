using BitbucketPS.Signing;

namespace BitbucketPS.Profiles;

/// <summary>An OAuth 1.0a consumer, and the access token that a person gave it.</summary>
public sealed class SavedOAuth1 : SavedCredential
{
    /// <summary>The consumer's key.</summary>
    public required string ConsumerKey { get; init; }

    /// <summary>The consumer's secret.</summary>
    public required string ConsumerSecret { get; init; }

    /// <summary>The access token; null for a consumer that signs alone.</summary>
    public string? Token { get; init; }

    /// <summary>The access token's secret.</summary>
    public string TokenSecret { get; init; } = "";

    /// <summary>How requests are signed.</summary>
    public OAuth1SignatureMethod SignatureMethod { get; init; }

    /// <summary>The file of the private key, for the RSA methods; the key itself stays there.</summary>
    public string? PrivateKeyPath { get; init; }
}
