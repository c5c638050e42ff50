namespace BitbucketPS.Sandbox;

/// <summary>A refusal in the words of RFC 6749, told by a redirect or by the token endpoint.</summary>
internal sealed class OAuth2Exception : Exception
{
    /// <summary>What Bitbucket says when a consumer without a callback URL wants what needs one.</summary>
    public const string NoCallbackText = "No callback uri defined for the OAuth client.";

    /// <summary>Says what is wrong.</summary>
    /// <param name="error">A code of the RFC, such as <c>invalid_grant</c>.</param>
    /// <param name="description">For the developer; Bitbucket's words where they are known.</param>
    public OAuth2Exception(string error, string description)
        : base(description)
    {
        Error = error;
    }

    public string Error { get; }

    public static OAuth2Exception InvalidRequest(string description) => new("invalid_request", description);

    public static OAuth2Exception InvalidGrant(string description) => new("invalid_grant", description);

    public static OAuth2Exception InvalidScope() => new("invalid_scope", "A scope is unknown, or the consumer does not have it.");

    public static OAuth2Exception NoCallback() => InvalidRequest(NoCallbackText);
}
