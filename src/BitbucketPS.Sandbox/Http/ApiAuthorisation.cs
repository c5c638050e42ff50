namespace BitbucketPS.Sandbox;

/// <summary>Holds the credential of a request against what its operation asks for, whatever the resource.</summary>
internal static class ApiAuthorisation
{
    /// <summary>Checks that the operation takes credentials of this kind, with these scopes.</summary>
    /// <param name="operation">What is asked for.</param>
    /// <param name="credential">Who asks; null for nobody in particular.</param>
    /// <exception cref="ApiException">401 if it does not, 403 for a scope that is missing.</exception>
    public static void Require(ApiOperation operation, Credential? credential)
    {
        if (credential is null)
        {
            if (operation.NeedsAccount)
            {
                throw ApiErrors.Unauthorized("You must be authenticated to access this resource.");
            }

            return;
        }

        // The API description names scopes of API tokens wherever they are taken.
        if (credential.Type is CredentialTypes.ApiToken && operation is { NeedsAccount: true, Scopes.Granular: [] })
        {
            throw CredentialStore.NotSupported();
        }

        if (!operation.Scopes.AreGrantedTo(credential))
        {
            throw ApiErrors.MissingScope(operation.Scopes.For(credential), credential.Scopes);
        }
    }
}
