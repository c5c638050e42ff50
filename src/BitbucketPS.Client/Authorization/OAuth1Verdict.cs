using System.Security.Cryptography;
using System.Text;
using BitbucketPS.Signing;

namespace BitbucketPS.Authorization;

/// <summary>What a callback means for the sign-in that waits for it (RFC 5849 section 2.2): a verifier or an error, and a page.</summary>
internal sealed class OAuth1Verdict
{
    private OAuth1Verdict(CallbackPage page, string? verifier, BitbucketSignInException? error)
    {
        Page = page;
        Verifier = verifier;
        Error = error;
    }

    /// <summary>What the person gets to see.</summary>
    public CallbackPage Page { get; }

    private string? Verifier { get; }

    private BitbucketSignInException? Error { get; }

    /// <summary>Judges the parameters of a callback.</summary>
    /// <param name="parameters">What came.</param>
    /// <param name="requestToken">The token that was asked for; a callback with another one is not ours.</param>
    public static OAuth1Verdict Of(CallbackParameters parameters, string requestToken)
    {
        string? denied = parameters.Find("denied");
        string? token = parameters.Find("oauth_token") ?? denied;
        string? problem = OAuth1Problem.WordIn(parameters.Find("oauth_problem"));
        if (token is not null && !IsSame(token, requestToken))
        {
            return Mismatch();
        }

        if (denied is not null || problem is not null)
        {
            return Refusal(problem);
        }

        return token is not null && parameters.Find("oauth_verifier") is string verifier
            ? Granted(verifier)
            : Invalid(parameters);
    }

    /// <summary>Judges what a person typed: the verifier, or the address that the browser was sent to.</summary>
    public static OAuth1Verdict OfAnswer(string answer, string requestToken)
    {
        string text = answer.Trim();
        int question = text.IndexOf('?', StringComparison.Ordinal);
        if (question >= 0 || text.Contains("oauth_", StringComparison.Ordinal))
        {
            return Of(new(text[(question + 1)..].Split('#')[0]), requestToken);
        }

        return text.Length > 0 && !text.Any(char.IsWhiteSpace) && !text.Contains("://", StringComparison.Ordinal)
            ? Granted(text)
            : Invalid(new(""));
    }

    /// <summary>The verifier, or the error.</summary>
    /// <exception cref="BitbucketSignInException">The callback brought no verifier for this sign-in.</exception>
    public string VerifierOrThrow() => Verifier ?? throw Error!;

    private static bool IsSame(string token, string requestToken)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(requestToken));

    private static OAuth1Verdict Granted(string verifier)
        => new(new("Access granted", "BitbucketPS goes on where you started it. You can close this page."), verifier, error: null);

    private static OAuth1Verdict Mismatch() => Fail(
        new("This was another sign-in", "The answer does not belong to the sign-in that waits for it. Nothing was granted; start again.", IsError: true),
        new(BitbucketErrorKind.CallbackMismatch, "The callback carries the token of another sign-in, or a forged one.")
        {
            RecommendedAction = "Sign in again, and follow only the address that is shown then.",
        });

    private static OAuth1Verdict Refusal(string? problem)
    {
        bool byPerson = problem is null or "permission_denied" or "user_refused";
        return Fail(
            new("Access not granted", byPerson ? "You refused. Nothing was granted." : $"The server says {problem}. Nothing was granted."),
            byPerson
                ? new(BitbucketErrorKind.AuthorizationDenied, "Access was refused on the authorisation page.")
                {
                    Problem = problem,
                    RecommendedAction = "Sign in again and allow the access, as a person who may.",
                }
                : new(BitbucketErrorKind.TokenRefused, $"The authorisation page ended with '{problem}'.")
                {
                    Problem = problem,
                    RecommendedAction = OAuth1Refusal.ActionFor(problem),
                });
    }

    private static OAuth1Verdict Invalid(CallbackParameters parameters) => Fail(
        new("Not a sign-in", "The address lacks what the server sends along after you allow the access. Start again.", IsError: true),
        new(BitbucketErrorKind.CallbackInvalid, $"The callback has to carry oauth_token and oauth_verifier, once each; it came with {parameters}.")
        {
            RecommendedAction = "Sign in again, and let the authorisation page lead back; do not open the callback address by hand.",
        });

    private static OAuth1Verdict Fail(CallbackPage page, BitbucketSignInException error) => new(page, verifier: null, error);
}
