namespace BitbucketPS.Sandbox;

/// <summary>What <c>grant_type</c> may say.</summary>
internal static class OAuth2GrantType
{
    public const string Code = "authorization_code";
    public const string Client = "client_credentials";
    public const string Refresh = "refresh_token";

    /// <summary>Bitbucket's own: an access token of OAuth 1.0a is swapped.</summary>
    public const string OAuth1 = "urn:bitbucket:oauth1:access_token";
}
