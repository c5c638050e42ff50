namespace BitbucketPS.Authorization;

/// <summary>The steps of a three-legged sign-in (RFC 5849 section 2), in their order.</summary>
public enum OAuth1StepKind
{
    /// <summary>The server gave a request token, and confirmed the callback.</summary>
    RequestTokenReceived,

    /// <summary>The person has to open <see cref="OAuth1Step.Address"/>.</summary>
    AuthorizationNeeded,

    /// <summary>The person said yes, and the verifier has come.</summary>
    VerifierReceived,

    /// <summary>The server gave the access token: signed in.</summary>
    AccessTokenReceived,
}
