using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>The rules of OAuth 1.0a: who signed a request, and whether it is accepted.</summary>
internal sealed class OAuthProvider
{
    // "The timestamp must be within five minutes of the server's time" (Bitbucket's troubleshooting page).
    private const long ToleranceSeconds = 300;

    private static readonly string[] s_required =
        ["oauth_consumer_key", "oauth_signature_method", "oauth_signature", "oauth_timestamp", "oauth_nonce"];

    private readonly NonceStore _nonces = new();
    private readonly TimeProvider _clock;

    public OAuthProvider(TimeProvider clock, ConsumerRegistration consumer)
    {
        _clock = clock;
        Consumer = consumer;
        Tokens = new(clock);
    }

    public ConsumerRegistration Consumer { get; }

    public TokenStore Tokens { get; }

    /// <summary>Issues a request token.</summary>
    /// <exception cref="OAuthProblemException">The request is refused.</exception>
    public RequestToken IssueRequestToken(OAuthRequest request)
    {
        RequireParameters(request, ["oauth_callback"]);
        ConsumerRegistration consumer = Verify(request, tokenSecret: "");
        string callback = request["oauth_callback"];
        if (callback is "oob")
        {
            return Tokens.Issue(consumer, callback: null);
        }

        return CallbackAddress.IsAcceptable(callback)
            ? Tokens.Issue(consumer, callback)
            : throw OAuthProblemException.Rejected("oauth_callback");
    }

    /// <summary>Exchanges an approved request token.</summary>
    /// <exception cref="OAuthProblemException">The request is refused.</exception>
    public AccessToken IssueAccessToken(OAuthRequest request)
    {
        RequireParameters(request, ["oauth_token", "oauth_verifier"]);
        RequestToken token = Tokens.FindRequestToken(request["oauth_token"])
            ?? throw new OAuthProblemException("token_rejected");
        Verify(request, token.Secret);
        return Tokens.Exchange(token, request["oauth_verifier"], token.Consumer.Owner);
    }

    /// <summary>Whom a signed API request acts as; without a token the owner of the consumer.</summary>
    /// <exception cref="OAuthProblemException">The request is refused.</exception>
    public Account Authenticate(OAuthRequest request)
    {
        RequireParameters(request, []);
        if (request["oauth_token"].Length == 0)
        {
            return Verify(request, tokenSecret: "").Owner;
        }

        AccessToken token = Tokens.FindAccessToken(request["oauth_token"])
            ?? throw new OAuthProblemException("token_rejected");
        Verify(request, token.Secret);
        return token.IsRevoked ? throw new OAuthProblemException("token_revoked") : token.Account;
    }

    /// <summary>Checks that all parameters are there and none that belongs elsewhere.</summary>
    private static void RequireParameters(OAuthRequest request, string[] alsoRequired)
    {
        string[] absent = [.. s_required.Concat(alsoRequired).Where(name => request[name].Length == 0)];
        if (absent.Length > 0)
        {
            throw OAuthProblemException.Absent(absent);
        }

        // An empty oauth_token is how some clients say that they have none.
        string[] foreign = [.. request.Names.Except([.. s_required, .. alsoRequired, "oauth_version", "oauth_token"], StringComparer.Ordinal)];
        if (foreign.Length > 0)
        {
            throw OAuthProblemException.Rejected(foreign);
        }
    }

    private ConsumerRegistration Verify(OAuthRequest request, string tokenSecret)
    {
        if (request.Names.Contains("oauth_version", StringComparer.Ordinal) && request["oauth_version"] is not "1.0")
        {
            throw new OAuthProblemException("version_rejected", "oauth_acceptable_versions", "1.0-1.0");
        }

        ConsumerRegistration consumer = string.Equals(request["oauth_consumer_key"], Consumer.Key, StringComparison.Ordinal)
            ? Consumer
            : throw new OAuthProblemException("consumer_key_unknown");
        string method = request["oauth_signature_method"];
        if (!SignatureVerifier.IsKnown(method, consumer))
        {
            throw new OAuthProblemException("signature_method_rejected");
        }

        long now = _clock.GetUtcNow().ToUnixTimeSeconds();
        long timestamp = RequireTimestamp(request["oauth_timestamp"], now);
        if (!SignatureVerifier.Verify(method, request["oauth_signature"], request.BaseString, consumer, tokenSecret))
        {
            throw new OAuthProblemException("signature_invalid");
        }

        // After the signature: a stranger cannot use up the nonces of others.
        string identity = string.Join('\n', consumer.Key, request["oauth_token"], request["oauth_timestamp"], request["oauth_nonce"]);
        return _nonces.TryAdd(identity, timestamp, now - ToleranceSeconds)
            ? consumer
            : throw new OAuthProblemException("nonce_used");
    }

    private static long RequireTimestamp(string text, long now)
    {
        long oldest = now - ToleranceSeconds;
        long newest = now + ToleranceSeconds;
        bool isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long timestamp);
        return isNumber && timestamp >= oldest && timestamp <= newest
            ? timestamp
            : throw new OAuthProblemException(
                "timestamp_refused", "oauth_acceptable_timestamps", FormattableString.Invariant($"{oldest}-{newest}"));
    }
}
