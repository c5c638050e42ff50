namespace BitbucketPS.Authorization;

/// <summary>The steps of a person's sign-in, in their order (RFC 5849 section 2, RFC 6749 section 4.1).</summary>
public enum SignInStepKind
{
    /// <summary>OAuth 1: the server gave a request token, and confirmed the callback.</summary>
    RequestTokenReceived,

    /// <summary>The person has to open <see cref="SignInStep.Address"/>.</summary>
    AuthorizationNeeded,

    /// <summary>OAuth 1: the person said yes, and the verifier has come.</summary>
    VerifierReceived,

    /// <summary>OAuth 2: the person said yes, and the code has come.</summary>
    CodeReceived,

    /// <summary>The server gave the access token: signed in.</summary>
    AccessTokenReceived,
}
