using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using BitbucketPS.OAuth2;
using BitbucketPS.Signing;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.SignIn.Tests.OAuth2;

public sealed class OAuth2EndpointTests
{
    private const string Key = "the key:with/odd+characters";
    private const string Secret = "MARKED-consumer-secret/+=";

    private static readonly Uri s_site = new("https://bitbucket.example.com");
    private static readonly Uri s_callback = new("http://127.0.0.1:28186/callback");

    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void CreateAuthorizationPage_AsksAsTheRfcsSay()
    {
        OAuth2AuthorizationPage page = Endpoint(ScriptedEndpoint.Answering("{}"), "repository", "pullrequest:write").CreateAuthorizationPage(s_callback);

        System.Collections.Specialized.NameValueCollection query = HttpUtility.ParseQueryString(page.Address.Query);
        Assert.Equal("https://bitbucket.example.com/site/oauth2/authorize", page.Address.GetLeftPart(UriPartial.Path));
        Assert.Equal(Key, query["client_id"]);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("repository pullrequest:write", query["scope"]);
        Assert.Equal(s_callback.OriginalString, query["redirect_uri"]);
        Assert.Equal(page.State, query["state"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(43, page.CodeVerifier.Length);
        string challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(page.CodeVerifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Assert.Equal(challenge, query["code_challenge"]);
        Assert.DoesNotContain(page.State, page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void CreateAuthorizationPage_Twice_SharesNothing()
    {
        IOAuth2Endpoint endpoint = Endpoint(ScriptedEndpoint.Answering("{}"));

        OAuth2AuthorizationPage one = endpoint.CreateAuthorizationPage(s_callback);
        OAuth2AuthorizationPage other = endpoint.CreateAuthorizationPage(s_callback);

        Assert.Equal(4, new[] { one.State, other.State, one.CodeVerifier, other.CodeVerifier }.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task ExchangeCodeAsync_SendsAFormWithTheConsumerInTheHeader()
    {
        ScriptedEndpoint server = ScriptedEndpoint.Answering("""{"access_token":"a"}""");
        IOAuth2Endpoint endpoint = Endpoint(server);
        OAuth2AuthorizationPage page = endpoint.CreateAuthorizationPage(s_callback);

        await endpoint.ExchangeCodeAsync(page, "the-code", Stop);

        (Uri address, string authorization, string body) = Assert.Single(server.Requests);
        Assert.Equal(new Uri("https://bitbucket.example.com/site/oauth2/access_token"), address);
        string pair = $"{HttpUtility.UrlEncode(Key)}:{HttpUtility.UrlEncode(Secret)}";
        Assert.Equal(
            HttpUtility.UrlDecode(pair),
            HttpUtility.UrlDecode(Encoding.UTF8.GetString(Convert.FromBase64String(authorization["Basic ".Length..]))));
        System.Collections.Specialized.NameValueCollection form = HttpUtility.ParseQueryString(body);
        Assert.Equal("authorization_code", form["grant_type"]);
        Assert.Equal("the-code", form["code"]);
        Assert.Equal(s_callback.OriginalString, form["redirect_uri"]);
        Assert.Equal(page.CodeVerifier, form["code_verifier"]);
        Assert.Null(form["client_secret"]);
    }

    [Fact]
    public async Task ExchangeOAuth1TokenAsync_UsesBitbucketsGrant()
    {
        ScriptedEndpoint server = ScriptedEndpoint.Answering("""{"access_token":"a"}""");

        await Endpoint(server).ExchangeOAuth1TokenAsync("old", Stop);

        Assert.Equal("urn:bitbucket:oauth1:access_token", HttpUtility.ParseQueryString(server.Requests[0].Body)["grant_type"]);
        Assert.Equal("old", HttpUtility.ParseQueryString(server.Requests[0].Body)["oauth1_access_token"]);
    }

    [Theory]
    [InlineData("7200", 7200d)]
    [InlineData("\"3600\"", 3600d)]
    [InlineData("59.5", 59.5)]
    [InlineData("1e3", 1000d)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("null", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("{}", null)]
    [InlineData("99999999999999999999999", 315_360_000d)]
    public async Task Answer_ExpiresInAnyValue_IsATimeOrNobodyKnows(string value, double? seconds)
    {
        OAuth2Token token = await AskAsync($$"""{"access_token":"a","expires_in":{{value}}}""");

        Assert.Equal(seconds is { } life ? _clock.GetUtcNow().AddSeconds(life) : null, token.ExpiresOn);
    }

    [Theory]
    [InlineData("""
        "scope":"repository pullrequest"
        """)]
    [InlineData("""
        "scopes":"repository, pullrequest"
        """)]
    [InlineData("""
        "scopes":["repository","pullrequest"]
        """)]
    [InlineData("""
        "scope":null,"scopes":"repository pullrequest"
        """)]
    public async Task Gotcha33_ScopesInAnyForm_AreRead(string member)
        => Assert.Equal(["repository", "pullrequest"], (await AskAsync($$"""{"access_token":"a",{{member}}}""")).Scopes);

    [Fact]
    public async Task Answer_LongTokens_AreTakenWhole()
    {
        string access = new('a', 100_000);
        string refresh = new('r', 50_000);

        OAuth2Token token = await AskAsync($$"""{"access_token":"{{access}}","refresh_token":"{{refresh}}","token_type":"Bearer"}""");

        Assert.Equal(access, token.RevealAccessToken());
        Assert.Equal(refresh, token.RevealRefreshToken());
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_request","error_description":"Invalid refresh_token"}""", BitbucketErrorKind.TokenRefused, "Sign in again")]
    [InlineData(400, """{"error":"unauthorized_client","error_description":"Requests must be authenticated"}""", BitbucketErrorKind.TokenRefused, "-Consumer")]
    [InlineData(400, """{"error":"invalid_request","error_description":"No callback uri defined for the OAuth client."}""", BitbucketErrorKind.TokenRefused, "callback URL")]
    [InlineData(400, """{"error":"invalid_scope"}""", BitbucketErrorKind.TokenRefused, "-Scope")]
    [InlineData(400, """{"error":"temporarily_unavailable"}""", BitbucketErrorKind.ServerError, "later")]
    [InlineData(400, """{"error":{"message":"odd"}}""", BitbucketErrorKind.UnexpectedResponse, "-SiteUri")]
    [InlineData(400, "<html>", BitbucketErrorKind.UnexpectedResponse, "-SiteUri")]
    [InlineData(401, """{"error":"invalid_client"}""", BitbucketErrorKind.Unauthorized, "-Consumer")]
    [InlineData(401, "", BitbucketErrorKind.Unauthorized, "-Consumer")]
    [InlineData(404, "<html>", BitbucketErrorKind.UnexpectedResponse, "-SiteUri")]
    [InlineData(429, "slow down", BitbucketErrorKind.RateLimited, "minutes")]
    [InlineData(502, "<html>", BitbucketErrorKind.ServerError, "later")]
    [InlineData(302, "", BitbucketErrorKind.UnexpectedResponse, "-SiteUri")]
    [InlineData(200, "<html>MARKED</html>", BitbucketErrorKind.UnexpectedResponse, "-SiteUri")]
    [InlineData(200, "{}", BitbucketErrorKind.UnexpectedResponse, "-SiteUri")]
    [InlineData(200, """{"access_token":""}""", BitbucketErrorKind.UnexpectedResponse, "-SiteUri")]
    [InlineData(200, """{"access_token":"MARKED","token_type":"mac"}""", BitbucketErrorKind.UnexpectedResponse, "-SiteUri")]
    [InlineData(400, """{"error":"invalid_grant","error_description":"no MARKED-consumer-secret/+= and MARKED-refresh"}""", BitbucketErrorKind.TokenRefused, "Sign in again")]
    public async Task Answer_WithoutAToken_IsItsOwnError(int status, string body, BitbucketErrorKind kind, string action)
    {
        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(
            () => Endpoint(ScriptedEndpoint.Answering(body, (HttpStatusCode)status)).RefreshAsync("MARKED-refresh", Stop));

        Assert.Equal(kind, e.Kind);
        Assert.Contains(action, e.RecommendedAction, StringComparison.Ordinal);
        Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, BitbucketErrorKind.ConnectionFailed)]
    [InlineData(HttpRequestError.ResponseEnded, BitbucketErrorKind.ConnectionBroken)]
    public async Task Request_NoAnswer_IsItsOwnError(HttpRequestError error, BitbucketErrorKind kind)
    {
        ScriptedEndpoint server = new((_, _) => throw new HttpRequestException(error, "No."));

        Assert.Equal(kind, (await Assert.ThrowsAsync<BitbucketSignInException>(() => Endpoint(server).RefreshAsync("r", Stop))).Kind);
    }

    [Fact]
    public async Task Request_NoAnswerInTime_IsATimeout()
    {
        ScriptedEndpoint server = new(async (_, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return new();
        });

        Task<OAuth2Token> request = Endpoint(server).RefreshAsync("r", Stop);
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(BitbucketErrorKind.Timeout, (await Assert.ThrowsAsync<BitbucketSignInException>(() => request)).Kind);
    }

    [Fact]
    public async Task Request_Cancelled_EndsAtOnce()
    {
        using CancellationTokenSource stop = new();
        ScriptedEndpoint server = new(async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return new();
        });

        Task<OAuth2Token> request = Endpoint(server).RefreshAsync("r", stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task Answer_OfManyMegabytes_IsRefused()
    {
        string body = $$"""{"access_token":"{{new string('a', 2 * 1024 * 1024)}}"}""";

        Assert.IsType<BitbucketSignInException>(await Record.ExceptionAsync(() => AskAsync(body)));
    }

    [Theory]
    [InlineData("http://bitbucket.example.com", "key", "secret", BitbucketErrorKind.InsecureAddress)]
    [InlineData("https://bitbucket.example.com", "", "secret", BitbucketErrorKind.InvalidArgument)]
    [InlineData("https://bitbucket.example.com", "key", "", BitbucketErrorKind.InvalidArgument)]
    public void CreateEndpoint_ImpossibleOption_Refuses(string site, string key, string secret, BitbucketErrorKind kind)
    {
        using HttpMessageInvoker transport = new(ScriptedEndpoint.Answering("{}"));

        BitbucketException e = Assert.Throws<BitbucketException>(() => new SignInServices().CreateEndpoint(
            new() { SiteUri = new Uri(site), ConsumerKey = key, ConsumerSecret = secret, Transport = transport }));

        Assert.Equal(kind, e.Kind);
    }

    private Task<OAuth2Token> AskAsync(string body)
        => Endpoint(ScriptedEndpoint.Answering(body.Replace("\r", "", StringComparison.Ordinal))).RequestClientCredentialsAsync(Stop);

    private IOAuth2Endpoint Endpoint(ScriptedEndpoint server, params string[] scopes) => new SignInServices().CreateEndpoint(new()
    {
        SiteUri = s_site,
        ConsumerKey = Key,
        ConsumerSecret = Secret,
        Scopes = scopes,
        Transport = new HttpMessageInvoker(server),
        TimeProvider = _clock,
    });
}
