using BitbucketPS.Signing;

namespace BitbucketPS.Authorization;

/// <summary>Judges the callbacks of OAuth 1.0a (RFC 5849 section 2.2).</summary>
/// <param name="requestToken">The token that was asked for; a callback with another one is not ours.</param>
internal sealed class OAuth1Judge(string requestToken) : ICallbackJudge
{
    /// <inheritdoc />
    public CallbackVerdict Judge(CallbackParameters parameters)
    {
        string? denied = parameters.Find("denied");
        string? token = parameters.Find("oauth_token") ?? denied;
        if (token is null)
        {
            return Invalid(parameters);
        }

        if (!SecretComparison.AreEqual(token, requestToken))
        {
            return CallbackVerdict.Mismatch("token");
        }

        string? problem = OAuth1Problem.WordIn(parameters.Find("oauth_problem"));
        if (denied is not null || problem is not null)
        {
            return problem is null or "permission_denied" or "user_refused"
                ? CallbackVerdict.Denied(problem)
                : CallbackVerdict.Refused(problem, OAuth1Refusal.ActionFor(problem));
        }

        return parameters.Find("oauth_verifier") is string verifier ? CallbackVerdict.Granted(verifier) : Invalid(parameters);
    }

    /// <inheritdoc />
    public CallbackVerdict JudgeWord(string text) => CallbackVerdict.Granted(text);

    private static CallbackVerdict Invalid(CallbackParameters parameters)
        => CallbackVerdict.Invalid("oauth_token and oauth_verifier", parameters);
}
