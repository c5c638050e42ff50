using BitbucketPS.Http;
using BitbucketPS.Signing;

namespace BitbucketPS.Authorization;

/// <summary>The two requests of a three-legged sign-in that bring tokens (RFC 5849 sections 2.1 and 2.3).</summary>
internal sealed class OAuth1TokenClient(OAuth1AuthorizationOptions options)
{
    private const string Verifier = "oauth_verifier";
    private const int LongestAdvice = 200;

    // What HttpClient allows a request by default.
    private static readonly TimeSpan s_longestRequest = TimeSpan.FromSeconds(100);

    private readonly OAuth1Clock _clock = new(options.TimeProvider);

    /// <summary>An endpoint below the base address, whatever path that has.</summary>
    public Uri Endpoint(string name)
        => new($"{options.BaseUri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/')}/1.0/oauth/{name}");

    /// <summary>Asks for a request token, which the RFC calls temporary credentials.</summary>
    /// <param name="callback">Where the server sends the person afterwards, or <c>oob</c>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<OAuth1Credentials> RequestTokenAsync(string callback, CancellationToken cancellationToken)
    {
        Uri endpoint = Endpoint("request_token");
        TokenAnswer answer = await AskAsync(endpoint, options.Credentials.WithoutToken(), new("oauth_callback", callback), cancellationToken)
            .ConfigureAwait(false);
        ILookup<string, string> values = Values(answer.Body);
        OAuth1Credentials token = TokenIn(values, answer, endpoint);
        return string.Equals(values["oauth_callback_confirmed"].FirstOrDefault(), "true", StringComparison.OrdinalIgnoreCase)
            ? token
            : throw new BitbucketSignInException(
                BitbucketErrorKind.CallbackNotConfirmed,
                $"{endpoint} does not confirm the callback, as OAuth 1.0a demands: a sign-in there could be hijacked.")
            {
                RecommendedAction = "Update the server; the first OAuth 1.0, without confirmed callbacks, is not safe.",
            };
    }

    /// <summary>Exchanges the request token for an access token.</summary>
    /// <param name="requestToken">What <see cref="RequestTokenAsync"/> gave.</param>
    /// <param name="verifier">What the callback brought.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<OAuth1Credentials> ExchangeAsync(OAuth1Credentials requestToken, string verifier, CancellationToken cancellationToken)
    {
        Uri endpoint = Endpoint("access_token");
        TokenAnswer answer = await AskAsync(endpoint, requestToken, new(Verifier, verifier), cancellationToken).ConfigureAwait(false);
        return TokenIn(Values(answer.Body), answer, endpoint);
    }

    private async Task<TokenAnswer> AskAsync(
        Uri endpoint, OAuth1Credentials credentials, KeyValuePair<string, string> parameter, CancellationToken cancellationToken)
    {
        OAuth1Signer signer = new(credentials, options.SignatureMethod, _clock, options.Realm);
        TokenAnswer answer = await AttemptAsync(signer, endpoint, parameter, cancellationToken).ConfigureAwait(false);
        if (answer.IsWorthAnotherAttempt)
        {
            answer = await AttemptAsync(signer, endpoint, parameter, cancellationToken).ConfigureAwait(false);
        }

        return (int)answer.Status is >= 200 and < 300 && answer.Problem is null
            ? answer
            : throw OAuth1Refusal.From(answer, endpoint, credentials.ConsumerKey);
    }

    private async Task<TokenAnswer> AttemptAsync(
        OAuth1Signer signer, Uri endpoint, KeyValuePair<string, string> parameter, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, endpoint) { Content = new ByteArrayContent([]) };
        await signer.SignAsync(request, [parameter], cancellationToken).ConfigureAwait(false);
        using CancellationTokenSource timeout = new(s_longestRequest, options.TimeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using HttpResponseMessage response = await options.Transport.SendAsync(request, either.Token).ConfigureAwait(false);
            return await ReadAsync(response, signer, parameter, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BitbucketSignInException(BitbucketErrorKind.Timeout, $"{endpoint} did not answer in time.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw NoConnection(endpoint, e);
        }
    }

    private async Task<TokenAnswer> ReadAsync(
        HttpResponseMessage response, OAuth1Signer signer, KeyValuePair<string, string> parameter, CancellationToken cancellationToken)
    {
        string body = await TextBody.ReadStartAsync(response.Content, cancellationToken).ConfigureAwait(false);
        OAuth1Problem? problem = OAuth1Problem.Find(response.Headers, body);
        SecretMask verifier = new(string.Equals(parameter.Key, Verifier, StringComparison.Ordinal) ? parameter.Value : null);
        return new()
        {
            Status = response.StatusCode,
            Location = response.Headers.Location,
            MediaType = response.Content.Headers.ContentType?.MediaType ?? "",
            Body = body,
            Problem = problem,
            Advice = Advice(Values(body), text => verifier.Apply(signer.Mask(text))),
            IsWorthAnotherAttempt = _clock.Learn(response, problem),
        };
    }

    // The advice of Problem Reporting, or what oauthlib's servers say instead. It may echo what it was sent.
    private static string Advice(ILookup<string, string> values, Func<string, string> mask)
    {
        string advice = mask(values["oauth_problem_advice"].Concat(values["error_description"]).FirstOrDefault() ?? "");
        return advice.Length <= LongestAdvice && !advice.Any(char.IsControl) ? advice.Trim().TrimEnd('.') : "";
    }

    private static ILookup<string, string> Values(string body)
        => FormEncoding.ParseText(body.Trim()).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    // The secret may be empty, where a private key signs; missing it may not be.
    private OAuth1Credentials TokenIn(ILookup<string, string> values, TokenAnswer answer, Uri endpoint)
        => values["oauth_token"].FirstOrDefault() is { Length: > 0 } token && values["oauth_token_secret"].FirstOrDefault() is string secret
            ? options.Credentials.WithToken(token, secret)
            : throw new BitbucketSignInException(
                BitbucketErrorKind.UnexpectedResponse,
                $"{endpoint} has to answer with oauth_token and oauth_token_secret; it sent {Describe(values, answer)}.")
            {
                RecommendedAction = "Check -BaseUri: it has to be the server's API, not its web site, and nothing between may change the answer.",
            };

    // Names and never values: one of the values may be the secret.
    private static string Describe(ILookup<string, string> values, TokenAnswer answer)
    {
        string type = answer.MediaType.Length == 0 ? "a body of no type" : answer.MediaType;
        string[] known = [.. values.Select(group => group.Key).Where(name => name.StartsWith("oauth_", StringComparison.Ordinal) && name.Length < 40)];
        return known.Length == 0 ? type : $"{type} with {string.Join(", ", known)} alone";
    }

    private static BitbucketSignInException NoConnection(Uri endpoint, Exception e)
    {
        BitbucketErrorKind kind = e is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException
            ? BitbucketErrorKind.ConnectionBroken
            : BitbucketErrorKind.ConnectionFailed;
        return new(kind, $"No connection to {endpoint}: {e.Message.TrimEnd('.')}.", e)
        {
            RecommendedAction = "Check -BaseUri, the network, and a proxy if there is one.",
        };
    }
}
