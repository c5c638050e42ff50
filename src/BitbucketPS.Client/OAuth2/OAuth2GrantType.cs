namespace BitbucketPS.OAuth2;

/// <summary>How a consumer gets its tokens (RFC 6749 section 1.3).</summary>
public enum OAuth2GrantType
{
    /// <summary>A person approves it in a browser; its tokens act for the person.</summary>
    AuthorizationCode,

    /// <summary>The consumer alone, which Bitbucket calls an app user of the workspace that it belongs to; there is no refresh token.</summary>
    ClientCredentials,
}
