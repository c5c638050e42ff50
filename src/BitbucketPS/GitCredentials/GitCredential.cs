using System.Globalization;
using BitbucketPS.Profiles;

namespace BitbucketPS;

/// <summary>
/// What git over HTTPS takes for a session: other user names than the API takes, for the same secrets. A class, not a record: a
/// record would print the password.
/// </summary>
internal sealed class GitCredential
{
    // Bitbucket's own user names for tokens, which have no other; an API token's e-mail address is for the API alone.
    private const string TokenUser = "x-token-auth";
    private const string ApiTokenUser = "x-bitbucket-api-token-auth";

    private GitCredential(string userName, string password, DateTimeOffset? expiresOn = null)
    {
        UserName = userName;
        Password = password;
        ExpiresOn = expiresOn;
    }

    /// <summary>The user name.</summary>
    public string UserName { get; }

    /// <summary>The password.</summary>
    public string Password { get; }

    /// <summary>When it ends, where that is known.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>The credential of a session, renewed first if it is about to end.</summary>
    /// <exception cref="BitbucketException">Git takes nothing of the kind, or it cannot be renewed.</exception>
    public static async Task<GitCredential> OfAsync(BitbucketSession session, CancellationToken cancellationToken)
    {
        SessionCredential credential = session.Credential ?? throw NotHeld();
        if (credential.Tokens is { } tokens)
        {
            Signing.OAuth2Token token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
            return new(TokenUser, token.RevealAccessToken(), token.ExpiresOn);
        }

        return credential.Saved switch
        {
            SavedAccessToken saved => new(TokenUser, saved.Token),
            SavedApiToken saved => new(ApiTokenUser, saved.Token),
            _ => throw Unavailable(session),
        };
    }

    /// <summary>The lines of an answer of git's credential protocol (git-credential, "INPUT/OUTPUT FORMAT").</summary>
    public IEnumerable<string> ToHelperLines()
    {
        yield return $"username={UserName}";
        yield return $"password={Password}";
        if (ExpiresOn is { } end)
        {
            yield return $"password_expiry_utc={end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        }
    }

    private static BitbucketException NotHeld()
        => new(BitbucketErrorKind.GitCredentialUnavailable, "The session was made over a client of the caller's own, and holds no credential that it could give to git.")
        {
            RecommendedAction = "Connect with Connect-Bitbucket for git, or give git the credential that the client signs with.",
        };

    private static BitbucketException Unavailable(BitbucketSession session)
        => new(BitbucketErrorKind.GitCredentialUnavailable, $"Git over HTTPS cannot sign in with {session.CredentialKind}: each of its requests would have to be signed.")
        {
            RecommendedAction = "Connect with -Consumer, -ApiToken or -AccessToken for git, or clone over ssh.",
        };
}
