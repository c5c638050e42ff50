using Microsoft.Extensions.Primitives;

namespace BitbucketPS.Sandbox;

/// <summary>Finds out for whom git asks. Its user names are others than those of the API.</summary>
internal sealed class GitAuthenticator
{
    public const string AccessTokenUser = "x-token-auth";
    public const string ApiTokenUser = "x-bitbucket-api-token-auth";

    private const string Scheme = "Basic ";

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
            return Authenticate(ReadBasic(header.ToString()));
        }
        catch (ApiException e)
        {
            throw GitRefusal.Unauthorized(e.Message);
        }
    }

    private Credential Authenticate(BasicCredentials sent)
    {
        if (sent.User is AccessTokenUser)
        {
            return _credentials.AuthenticateBearer(sent.Password);
        }

        Credential credential = _credentials.AuthenticateApiToken(sent.Password);
        return sent.User is ApiTokenUser || string.Equals(sent.User, credential.Account.Username, StringComparison.Ordinal)
            ? credential
            : throw CredentialStore.NotSupported();
    }

    private static BasicCredentials ReadBasic(string header)
    {
        string value = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        return BasicCredentials.Read(value) ?? throw CredentialStore.NotSupported();
    }
}
