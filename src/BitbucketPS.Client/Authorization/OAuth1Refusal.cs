using System.Globalization;
using BitbucketPS.Http;
using BitbucketPS.Signing;

namespace BitbucketPS.Authorization;

/// <summary>Turns the refusal of a token endpoint into an error that says what it looks like and what to do.</summary>
internal static class OAuth1Refusal
{
    private const string StartAgain = "Sign in again, and answer the authorisation page sooner.";

    /// <summary>What to do about a word of the OAuth Problem Reporting extension; null where the word is unknown.</summary>
    public static string? ActionFor(string? problem) => problem switch
    {
        "consumer_key_unknown" or "consumer_key_rejected" or "consumer_key_refused"
            => "Check the consumer key, and that -BaseUri is the server where the consumer was made.",
        "signature_invalid"
            => "Check the consumer secret or private key. Behind a proxy, the server may also see another scheme, host or port than -BaseUri says.",
        "signature_method_rejected" => "Choose another -SignatureMethod, one that the server allows this consumer.",
        OAuth1Problem.TimestampRefused => "Set this machine's clock.",
        "nonce_used" => "Sign in again. If it goes on, something between here and the server sends requests twice.",
        "token_expired" or "token_used" or "token_rejected" or "token_revoked" => StartAgain,
        "verifier_invalid" => "Sign in again, and copy the verifier whole.",
        "permission_denied" or "user_refused" => "Sign in again and allow the access, as a person who may.",
        "permission_unknown" => "Sign in again, and answer the authorisation page before you go on.",
        "parameter_rejected" or "parameter_absent"
            => "Check that the consumer on the server allows the callback address; see -CallbackUri.",
        _ => null,
    };

    /// <summary>The error for an answer of a token endpoint that brings no token.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="endpoint">Where it came from.</param>
    /// <param name="consumerKey">Who asked.</param>
    public static BitbucketSignInException From(TokenAnswer answer, Uri endpoint, string consumerKey)
    {
        int status = (int)answer.Status;
        if (answer.Problem is not null || status is 400 or 401 or 403)
        {
            return Refused(answer, endpoint, consumerKey);
        }

        string told = string.Create(CultureInfo.InvariantCulture, $"{endpoint} answered {status}");
        return status switch
        {
            >= 300 and < 400 => Redirected(told, answer.Location, endpoint),
            404 or 405 or 410 => new(BitbucketErrorKind.UnexpectedResponse, $"{told}: there is no OAuth 1 endpoint.")
            {
                RecommendedAction = CloudAction(endpoint) ?? "Check -BaseUri: 1.0/oauth/request_token has to exist below it.",
            },
            429 => new(BitbucketErrorKind.RateLimited, $"{told}: too many requests.") { RecommendedAction = "Wait some minutes and sign in again." },
            >= 500 => new(BitbucketErrorKind.ServerError, $"{told}: the server failed.") { RecommendedAction = "Try again later." },
            _ => new(BitbucketErrorKind.UnexpectedResponse, $"{told}, which no OAuth 1 server does."),
        };
    }

    private static BitbucketSignInException Refused(TokenAnswer answer, Uri endpoint, string consumerKey)
    {
        string? problem = answer.Problem?.Word;
        string reason = problem switch
        {
            null => answer.Advice.Length == 0 ? "it does not say why" : $"it says '{answer.Advice}'",
            "consumer_key_unknown" => "it does not know the consumer (consumer_key_unknown)",
            "signature_invalid" => "it computes another signature (signature_invalid)",
            OAuth1Problem.TimestampRefused => "this machine's clock is off (timestamp_refused)",
            "nonce_used" => "it saw the request before (nonce_used)",
            "token_expired" => "the request token has expired (token_expired)",
            "verifier_invalid" => "the verifier is not the right one (verifier_invalid)",
            "permission_denied" => "access was not allowed (permission_denied)",
            _ => answer.Advice.Length == 0 ? $"it says {problem}" : $"it says {problem}, '{answer.Advice}'",
        };
        string status = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        return new(BitbucketErrorKind.TokenRefused, $"{endpoint} refuses a token to the consumer '{consumerKey}' ({status}): {reason}.")
        {
            Problem = problem,
            RecommendedAction = CloudAction(endpoint) ?? ActionFor(problem)
                ?? "Check the consumer key, its secret or private key, the signature method, and the callback address that the consumer allows.",
        };
    }

    private static BitbucketSignInException Redirected(string told, Uri? location, Uri endpoint)
    {
        Uri? target = location is null ? null : new Uri(endpoint, location);
        string where = target is null ? "nowhere" : target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        return new(BitbucketErrorKind.UnexpectedResponse, $"{told}: it redirects to {where}, and a signed request cannot follow.")
        {
            RecommendedAction = "Pass the address that the server redirects to as -BaseUri; often it is https instead of http.",
        };
    }

    private static string? CloudAction(Uri endpoint)
        => ServerAddress.IsCloud(endpoint)
            ? "Bitbucket Cloud stopped accepting OAuth 1 in 2026. Sign in with OAuth 2 (the same consumer works), an API token or an access token."
            : null;
}
