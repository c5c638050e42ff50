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
            (string user, string password) = ReadBasic(header.ToString());
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

        string? email = user is ApiTokenUser ? _credentials.ApiToken.Email : EmailOf(user);
        return email is null ? throw CredentialStore.NotSupported() : _credentials.AuthenticateBasic(email, password);
    }

    private static string? EmailOf(string user)
        => SeedPeople.All.FirstOrDefault(person => string.Equals(person.Username, user, StringComparison.Ordinal))?.Email;

    private static (string User, string Password) ReadBasic(string header)
    {
        string value = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        byte[] bytes = new byte[value.Length];
        string[] parts = Convert.TryFromBase64String(value, bytes, out int count)
            && PercentCoding.TryReadUtf8(bytes[..count], out string? text)
                ? text.Split(':', 2)
                : [];
        return parts.Length == 2 ? (parts[0], parts[1]) : throw CredentialStore.NotSupported();
    }
}
