using Microsoft.Extensions.Primitives;

namespace BitbucketPS.Sandbox;

/// <summary>Finds out who sends an API request.</summary>
internal sealed class Authenticator
{
    private const string BearerScheme = "Bearer ";

    private readonly OAuthProvider _oauth;
    private readonly CredentialStore _credentials;

    public Authenticator(OAuthProvider oauth, CredentialStore credentials)
    {
        _oauth = oauth;
        _credentials = credentials;
    }

    /// <summary>The credential of a request, or null if it carries none.</summary>
    /// <exception cref="ApiException">401 for one that is not accepted.</exception>
    /// <exception cref="OAuthProblemException">The same, for a signed request.</exception>
    public async Task<Credential?> AuthenticateAsync(HttpRequest request, RequestTarget target)
    {
        StringValues header = request.Headers.Authorization;
        OAuthRequest? signed = await OAuthRequest.ReadAsync(request, target, request.HttpContext.RequestAborted);
        bool isOAuth = header.ToString().Split(' ')[0].Equals("OAuth", StringComparison.OrdinalIgnoreCase);
        if (header.Count > 1 || (signed is not null && header.Count == 1 && !isOAuth))
        {
            throw ApiErrors.Unauthorized("The request carries more than one credential.");
        }

        if (signed is not null)
        {
            return new(_oauth.Authenticate(signed), CredentialTypes.OAuth1, Scopes.All);
        }

        return header.Count == 0 ? null : AuthenticateHeader(header.ToString());
    }

    private Credential AuthenticateHeader(string header)
    {
        if (header.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase))
        {
            return _credentials.AuthenticateBearer(header[BearerScheme.Length..].Trim());
        }

        (string user, string password) = BasicHeader.Read(header) ?? throw CredentialStore.NotSupported();
        return _credentials.AuthenticateBasic(user, password);
    }
}
