namespace BitbucketPS.Sandbox;

/// <summary>What a token stands for, and until when.</summary>
/// <param name="Credential">Whoever sends it.</param>
/// <param name="ExpiresOn">From then on nobody.</param>
internal sealed record IssuedToken(Credential Credential, DateTimeOffset ExpiresOn)
{
    /// <summary>The credential at a time.</summary>
    /// <exception cref="ApiException">401: it has expired. Only what can be refreshed says so.</exception>
    public Credential At(DateTimeOffset now)
    {
        if (ExpiresOn > now)
        {
            return Credential;
        }

        throw Credential.Type is CredentialTypes.OAuth2
            ? ApiErrors.Unauthorized("Access token expired. Use your refresh token to obtain a new access token.")
            : CredentialStore.NotSupported();
    }
}
