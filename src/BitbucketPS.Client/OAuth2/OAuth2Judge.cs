using BitbucketPS.Authorization;
using BitbucketPS.Signing;

namespace BitbucketPS.OAuth2;

/// <summary>Judges the callbacks of OAuth 2 (RFC 6749 sections 4.1.2 and 10.12).</summary>
/// <param name="state">What this sign-in sent; a callback with another one is not ours.</param>
internal sealed class OAuth2Judge(string state) : ICallbackJudge
{
    private const int LongestWord = 64;

    /// <inheritdoc />
    public CallbackVerdict Judge(CallbackParameters parameters)
    {
        if (parameters.Find("state") is not string theirs)
        {
            return Invalid(parameters);
        }

        if (!SecretComparison.AreEqual(theirs, state))
        {
            return CallbackVerdict.Mismatch("state");
        }

        return parameters.Find("error") switch
        {
            "access_denied" => CallbackVerdict.Denied("access_denied"),
            string error => CallbackVerdict.Refused(Word(error), ActionFor(error)),
            null => parameters.Find("code") is string code ? CallbackVerdict.Granted(code) : Invalid(parameters),
        };
    }

    /// <summary>A code alone says nothing of the sign-in that it belongs to: whoever talks a person into pasting theirs signs the person in as themselves.</summary>
    public CallbackVerdict JudgeWord(string text) => Invalid(new(""));

    private static CallbackVerdict Invalid(CallbackParameters parameters) => CallbackVerdict.Invalid("code and state", parameters);

    // The word ends up in a message and on a page; RFC 6749 allows it more than these characters.
    private static string Word(string error)
        => error.Length <= LongestWord && error.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.')
            ? error
            : "an error without a name";

    private static string? ActionFor(string error) => error switch
    {
        "invalid_scope" => "Ask for less with -Scope, or give the consumer these scopes in the workspace's settings.",
        "unauthorized_client" or "unsupported_response_type" => "Check the consumer's settings on the server: it has to be allowed to ask people for access.",
        "server_error" or "temporarily_unavailable" => "Try again later.",
        _ => null,
    };
}
