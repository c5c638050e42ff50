using Microsoft.Extensions.Primitives;

namespace BitbucketPS.Sandbox;

/// <summary>Finds out for whom git asks. Its user names are others than those of the API.</summary>
internal sealed class GitAuthenticator
{
    public const string AccessTokenUser = "x-token-auth";
    public const string ApiTokenUser = "x-bitbucket-api-token-auth";

    private readonly CredentialStore _credentials;

    public GitAuthenticator(CredentialStore credentials)
    {
        _credentials = credentials;
    }

    /// <summary>The credential of a request, or null if it carries none.</summary>
    /// <exception cref="GitRefusal">401 for one that is not accepted.</exception>
    public Credential? Authenticate(HttpRequest request)
    {
        StringValues header = request.Headers.Authorization;
        if (header.Count == 0)
        {
            return null;
        }

        try
        {
            (string user, string password) = BasicHeader.Read(header.ToString()) ?? throw CredentialStore.NotSupported();
            return Authenticate(user, password);
        }
        catch (ApiException e)
        {
            throw GitRefusal.Unauthorized(e.Message);
        }
    }

    private Credential Authenticate(string user, string password)
    {
        if (user is AccessTokenUser)
        {
            return _credentials.AuthenticateBearer(password);
        }

        Credential credential = _credentials.AuthenticateApiToken(password);
        return user is ApiTokenUser || string.Equals(user, credential.Account.Username, StringComparison.Ordinal)
            ? credential
            : throw CredentialStore.NotSupported();
    }
}
