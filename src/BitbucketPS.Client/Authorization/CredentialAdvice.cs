using BitbucketPS.Http;
using BitbucketPS.Profiles;

namespace BitbucketPS.Authorization;

/// <summary>
/// Says which mistake a refused credential looks like. The server answers nearly all of them alike: "Token is invalid, expired,
/// or not supported for this endpoint."
/// </summary>
internal static class CredentialAdvice
{
    // How Atlassian's tokens begin: API tokens, access tokens, and the app passwords that are gone.
    private const string ApiTokenStart = "ATATT";
    private const string AccessTokenStart = "ATCTT";
    private const string AppPasswordStart = "ATBB";

    private const string AppPassword = "This looks like an app password, and Bitbucket removed those on 28 July 2026.";

    private const string MakeApiToken
        = "Make an API token with scopes for Bitbucket at https://id.atlassian.com/manage-profile/security/api-tokens, and sign in with "
        + "Connect-Bitbucket -ApiToken: the user name is the e-mail address of the Atlassian account.";

    /// <summary>The error to show for a refusal at sign-in.</summary>
    /// <param name="e">The 401.</param>
    /// <param name="credential">What was refused.</param>
    /// <param name="baseUri">Who refused.</param>
    /// <param name="hasPlace">Whether a repository or workspace was named, where a token of one could be tried.</param>
    public static BitbucketSignInException Explain(BitbucketApiException e, SavedCredential credential, Uri baseUri, bool hasPlace)
    {
        (string looks, string action) = credential switch
        {
            SavedApiToken token => ApiToken(token),
            SavedAccessToken token => AccessToken(token.Token, e.Kind == BitbucketErrorKind.TokenExpired, hasPlace),
            SavedOAuth1 => OAuth1(baseUri),
            _ => ("The sign-in was ended on the server, or is not for this server.", "Sign in again with Connect-Bitbucket -Consumer."),
        };
        return new(e.Kind, $"{baseUri.Authority} does not accept the credential: {e.Message.TrimEnd('.')}. {looks}", e)
        {
            RecommendedAction = action,
        };
    }

    private static (string Looks, string Action) ApiToken(SavedApiToken credential)
    {
        if (Begins(credential.Token, AppPasswordStart))
        {
            return (AppPassword, MakeApiToken);
        }

        if (Begins(credential.Token, AccessTokenStart))
        {
            return ("This looks like an access token of a repository, project or workspace, not like an API token.", "Sign in with Connect-Bitbucket -AccessToken.");
        }

        if (IsToken(credential.Email))
        {
            return ("The user name looks like a token: user name and password seem to be exchanged.", "The user name is the e-mail address of the Atlassian account, the password is the API token.");
        }

        return credential.Email.Contains('@', StringComparison.Ordinal)
            ? (
                $"The token may be wrong, revoked or expired (API tokens live a year at most), or '{credential.Email}' is not the e-mail address of its Atlassian account.",
                MakeApiToken)
            : (
                $"'{credential.Email}' looks like a Bitbucket user name: an API token goes with the e-mail address of the Atlassian account.",
                "Sign in with Connect-Bitbucket -ApiToken and that e-mail address as the user name; it is shown at https://bitbucket.org/account/settings/email.");
    }

    private static (string Looks, string Action) AccessToken(string token, bool isExpired, bool hasPlace)
    {
        if (isExpired)
        {
            return ("It has expired.", "Make a new one where this one was made, or sign in with Connect-Bitbucket -Consumer, which renews its tokens.");
        }

        if (Begins(token, AppPasswordStart))
        {
            return (AppPassword, MakeApiToken);
        }

        if (Begins(token, ApiTokenStart))
        {
            return ("This looks like an API token, not like an access token.", "Sign in with Connect-Bitbucket -ApiToken: the user name is the e-mail address of the Atlassian account, the password is the token.");
        }

        return hasPlace
            ? (
                "The token may be wrong, revoked or expired, or belongs to another repository, project or workspace.",
                "Make a new one in the settings of the repository, project or workspace (Access tokens).")
            : (
                "The token may be wrong, revoked or expired; the token of a repository or project can only be tried where it belongs.",
                "Sign in with -Repository workspace/slug (or -Workspace) as well, or make a new token in the settings of the repository, project or workspace.");
    }

    private static (string Looks, string Action) OAuth1(Uri baseUri) => ServerAddress.IsCloud(baseUri)
        ? ("Bitbucket Cloud stopped accepting OAuth 1 in 2026.", "Sign in with OAuth 2 (Connect-Bitbucket -Consumer, the same consumer works), an API token or an access token.")
        : ("The token may be revoked, or the consumer or its secret is not the right one.", "Sign in again with Connect-Bitbucket -OAuth1.");

    private static bool IsToken(string text)
        => Begins(text, ApiTokenStart) || Begins(text, AccessTokenStart) || Begins(text, AppPasswordStart);

    private static bool Begins(string token, string start) => token.StartsWith(start, StringComparison.Ordinal);
}
