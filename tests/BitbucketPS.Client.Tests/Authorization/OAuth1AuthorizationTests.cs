using System.Net;
using System.Net.Sockets;
using BitbucketPS.Authorization;
using BitbucketPS.Signing;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Client.Tests.Authorization;

public sealed class OAuth1AuthorizationTests
{
    private static readonly Uri s_server = new("https://bitbucket.example.com/git");
    private static readonly Func<HttpRequestMessage, HttpResponseMessage> s_requestToken = ScriptedServer.Form(ScriptedServer.RequestToken);
    private static readonly Func<HttpRequestMessage, HttpResponseMessage> s_accessToken = ScriptedServer.Form(ScriptedServer.AccessToken);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignInAsync_PersonAllows_GivesTheAccessToken()
    {
        ScriptedServer server = new(s_requestToken, s_accessToken);
        StepLog log = new();
        TaskCompletionSource<string> shown = new();

        OAuth1Credentials credentials = await SignInAsync(server, log, async callback =>
            shown.SetResult(await GetAsync(callback + "?oauth_token=req-token&oauth_verifier=MARKED-verifier")));
        string page = await shown.Task;

        Assert.Equal("MARKED-access-token", credentials.RevealToken());
        Assert.Equal("MARKED-access-secret", credentials.RevealTokenSecret());
        Assert.Contains("Access granted", page, StringComparison.Ordinal);
        Assert.Equal(
            [SignInStepKind.RequestTokenReceived, SignInStepKind.AuthorizationNeeded, SignInStepKind.VerifierReceived, SignInStepKind.AccessTokenReceived],
            log.Steps.Select(step => step.Kind));
        Assert.Equal("https://bitbucket.example.com/git/1.0/oauth/authenticate?oauth_token=req-token", (await log.Page).AbsoluteUri);
        Assert.DoesNotContain("MARKED", string.Join('\n', log.Steps) + page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInAsync_PersonAllows_AsksAsTheRfcSays()
    {
        ScriptedServer server = new(s_requestToken, s_accessToken);

        await SignInAsync(server, new StepLog(), callback => GetAsync(callback + "?oauth_token=req-token&oauth_verifier=ver+ifier"));

        Assert.Equal(
            [new Uri("https://bitbucket.example.com/git/1.0/oauth/request_token"), new Uri("https://bitbucket.example.com/git/1.0/oauth/access_token")],
            server.Requests.Select(request => request.Address));
        Assert.All(server.Requests, request => Assert.Equal(HttpMethod.Post, request.Method));
        Assert.Matches("^http://127\\.0\\.0\\.1:[1-9][0-9]*/callback$", server.Parameters(0)["oauth_callback"]);
        Assert.False(server.Parameters(0).ContainsKey("oauth_token"));
        Assert.Equal("req-token", server.Parameters(1)["oauth_token"]);
        Assert.Equal("ver ifier", server.Parameters(1)["oauth_verifier"]);
    }

    [Fact]
    public async Task SignInAsync_CallbackHasAQuery_KeepsIt()
    {
        int port = Ports.Free();
        ScriptedServer server = new(s_requestToken, s_accessToken);

        await SignInAsync(
            server,
            new StepLog(),
            callback => GetAsync(callback + "&oauth_token=req-token&oauth_verifier=v"),
            new Uri($"http://localhost:{port}/?dump"));

        Assert.Equal($"http://localhost:{port}/?dump", server.Parameters(0)["oauth_callback"]);
    }

    [Theory]
    [InlineData("?oauth_problem=permission_denied&oauth_token=req-token", BitbucketErrorKind.AuthorizationDenied)]
    [InlineData("?oauth_problem=user_refused&oauth_token=req-token", BitbucketErrorKind.AuthorizationDenied)]
    [InlineData("?denied=req-token", BitbucketErrorKind.AuthorizationDenied)]
    [InlineData("?oauth_problem=token_expired&oauth_token=req-token", BitbucketErrorKind.TokenRefused)]
    public async Task SignInAsync_Refused_IsItsOwnError(string query, BitbucketErrorKind kind)
    {
        ScriptedServer server = new(s_requestToken);
        int port = Ports.Free();

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(
            () => SignInAsync(server, new StepLog(), callback => GetAsync(callback + query), new Uri($"http://127.0.0.1:{port}/callback")));

        Assert.Equal(kind, e.Kind);
        AssertClear(e);
        Assert.Single(server.Requests);
        Ports.AssertFree(port);
    }

    [Theory]
    [InlineData("?denied=other", "another sign-in")]
    [InlineData("?oauth_token=other&oauth_verifier=MARKED-verifier", "another sign-in")]
    [InlineData("?oauth_token=other&oauth_problem=permission_denied", "another sign-in")]
    [InlineData("?oauth_problem=user_refused", "Not a sign-in")]
    [InlineData("", "Not a sign-in")]
    [InlineData("?oauth_token=req-token", "Not a sign-in")]
    [InlineData("?oauth_verifier=MARKED-verifier", "Not a sign-in")]
    [InlineData("?oauth_token=req-token&oauth_verifier=", "Not a sign-in")]
    [InlineData("?oauth_token=req-token&oauth_token=req-token&oauth_verifier=MARKED-verifier", "Not a sign-in")]
    public async Task SignInAsync_ForgedCallback_IsIgnoredAndTheRealOneSucceeds(string query, string title)
    {
        ScriptedServer server = new(s_requestToken, s_accessToken);
        TaskCompletionSource<string> shown = new();

        OAuth1Credentials credentials = await SignInAsync(server, new StepLog(), async callback =>
        {
            shown.SetResult(await GetAsync(callback + query));
            await GetAsync(callback + "?oauth_token=req-token&oauth_verifier=real");
        });

        Assert.Equal("MARKED-access-token", credentials.RevealToken());
        Assert.Equal("real", server.Parameters(1)["oauth_verifier"]);
        string page = await shown.Task;
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInAsync_OnlyForgedCallbacks_TimesOutAndSaysSo()
    {
        FakeTimeProvider clock = new();
        TaskCompletionSource forged = new();
        ScriptedServer server = new(s_requestToken);
        ActingBrowser browser = new(async (_, _) =>
        {
            await GetAsync(server.Parameters(0)["oauth_callback"] + "?oauth_token=other&oauth_verifier=v");
            forged.SetResult();
        });

        Task<OAuth1Credentials> signIn = Authorization(server, new StepLog(), browser, timeProvider: clock).SignInAsync(Stop);
        await forged.Task;
        await AdvanceUntilDoneAsync(clock, signIn);

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(() => signIn);
        Assert.Equal(BitbucketErrorKind.AuthorizationTimeout, e.Kind);
        Assert.Contains("another one: 1", e.Message, StringComparison.Ordinal);
        AssertClear(e);
    }

    [Fact]
    public async Task SignInAsync_NobodyAnswers_TimesOut()
    {
        FakeTimeProvider clock = new();
        ScriptedServer server = new(s_requestToken);
        StepLog log = new();
        int port = Ports.Free();
        OAuth1Authorization authorization = Authorization(server, log, null, new Uri($"http://localhost:{port}/cb"), clock);

        Task<OAuth1Credentials> signIn = authorization.SignInAsync(Stop);
        await log.Page;
        await AdvanceUntilDoneAsync(clock, signIn);

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(() => signIn);
        Assert.Equal(BitbucketErrorKind.AuthorizationTimeout, e.Kind);
        AssertClear(e);
        Ports.AssertFree(port);
    }

    [Fact]
    public async Task SignInAsync_Cancelled_StopsAndFreesThePort()
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        StepLog log = new();
        int port = Ports.Free();
        OAuth1Authorization authorization = Authorization(new ScriptedServer(s_requestToken), log, null, new Uri($"http://localhost:{port}/cb"));

        Task<OAuth1Credentials> signIn = authorization.SignInAsync(stop.Token);
        await log.Page;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signIn);
        Ports.AssertFree(port);
    }

    [Fact]
    public async Task SignInAsync_PortTaken_SaysWhich()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        ScriptedServer server = new();

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(
            () => SignInAsync(server, new StepLog(), GetAsync, new Uri($"http://127.0.0.1:{port}/callback")));

        Assert.Equal(BitbucketErrorKind.CallbackPortInUse, e.Kind);
        Assert.Contains($"{port}", e.Message, StringComparison.Ordinal);
        Assert.Contains("-CallbackUri", e.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task SignInAsync_BrowserFails_EndsTheWait()
    {
        int port = Ports.Free();
        OAuth1Authorization authorization = Authorization(
            new ScriptedServer(s_requestToken), new StepLog(), new SystemBrowser("no-such-program-anywhere"), new Uri($"http://127.0.0.1:{port}/callback"));

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(() => authorization.SignInAsync(Stop));

        Assert.Equal(BitbucketErrorKind.BrowserFailed, e.Kind);
        Assert.Contains("-NoBrowser", e.RecommendedAction, StringComparison.Ordinal);
        AssertClear(e);
        Ports.AssertFree(port);
    }

    [Theory]
    [InlineData("  MARKED-verifier\n")]
    [InlineData("https://app.example.com/cb?oauth_token=req-token&oauth_verifier=MARKED-verifier#top")]
    [InlineData("oauth_token=req-token&oauth_verifier=MARKED-verifier")]
    public async Task SignInAsync_OutOfBand_TakesVerifierOrAddress(string typed)
    {
        ScriptedServer server = new(s_requestToken, s_accessToken);

        OAuth1Credentials credentials = await TypeAsync(server, typed, new Uri("oob", UriKind.Relative));

        Assert.Equal("MARKED-access-token", credentials.RevealToken());
        Assert.Equal("oob", server.Parameters(0)["oauth_callback"]);
        Assert.Equal("MARKED-verifier", server.Parameters(1)["oauth_verifier"]);
    }

    [Theory]
    [InlineData("", BitbucketErrorKind.CallbackInvalid)]
    [InlineData("two words", BitbucketErrorKind.CallbackInvalid)]
    [InlineData("https://app.example.com/cb", BitbucketErrorKind.CallbackInvalid)]
    [InlineData("https://app.example.com/cb?oauth_token=other&oauth_verifier=MARKED-verifier", BitbucketErrorKind.CallbackMismatch)]
    [InlineData("https://app.example.com/cb?oauth_problem=permission_denied", BitbucketErrorKind.CallbackInvalid)]
    [InlineData("https://app.example.com/cb?oauth_problem=permission_denied&oauth_token=req-token", BitbucketErrorKind.AuthorizationDenied)]
    public async Task SignInAsync_WrongAnswerTyped_IsItsOwnError(string typed, BitbucketErrorKind kind)
    {
        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(
            () => TypeAsync(new ScriptedServer(s_requestToken), typed, new Uri("https://app.example.com/cb")));

        Assert.Equal(kind, e.Kind);
        AssertClear(e);
    }

    [Fact]
    public async Task SignInAsync_ClockIsOff_TriesOnceMoreWithTheServersTime()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000));
        ScriptedServer server = new(Refused("", clock.GetUtcNow().AddHours(1)), s_requestToken, s_accessToken);

        await SignInAsync(server, new StepLog(), callback => GetAsync(callback + "?oauth_token=req-token&oauth_verifier=v"), timeProvider: clock);

        Assert.Equal(
            ["1700000000", "1700003600", "1700003600"],
            Enumerable.Range(0, 3).Select(index => server.Parameters(index)["oauth_timestamp"]),
            StringComparer.Ordinal);
        Assert.NotEqual(server.Parameters(0)["oauth_nonce"], server.Parameters(1)["oauth_nonce"], StringComparer.Ordinal);
    }

    [Fact]
    public async Task SignInAsync_RefusedAgainAfterCorrection_GivesUp()
    {
        FakeTimeProvider clock = new();
        Func<HttpRequestMessage, HttpResponseMessage> refusal = Refused("oauth_problem=timestamp_refused", clock.GetUtcNow().AddHours(1));
        ScriptedServer server = new(refusal, refusal);

        BitbucketSignInException e = await RefusedAsync(server, clock);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal("timestamp_refused", e.Problem);
    }

    [Theory]
    [InlineData("oauth_problem=consumer_key_unknown", "consumer_key_unknown", "consumer key")]
    [InlineData("oauth_problem=signature_invalid&oauth_problem_advice=MARKED-consumer-secret", "signature_invalid", "secret")]
    [InlineData("oauth_problem=some_word&oauth_problem_advice=not+MARKED-consumer-secret%0D%0A", "some_word", "consumer")]
    [InlineData("error=invalid_request&error_description=no+MARKED-consumer-secret", null, "consumer")]
    [InlineData("oauth_problem=something_new", "something_new", "consumer")]
    [InlineData("oauth_problem=MARKED-echo", null, "consumer")]
    [InlineData("", null, "callback")]
    public async Task SignInAsync_TokenRefused_SaysTheProblem(string body, string? problem, string action)
    {
        BitbucketSignInException e = await RefusedAsync(new ScriptedServer(Refused(body)));

        Assert.Equal(BitbucketErrorKind.TokenRefused, e.Kind);
        Assert.Equal(problem, e.Problem);
        Assert.Contains("'the-key'", e.Message, StringComparison.Ordinal);
        Assert.Contains(action, e.RecommendedAction, StringComparison.Ordinal);
        AssertClear(e);
    }

    [Fact]
    public async Task SignInAsync_ProblemInTheHeader_SaysTheProblem()
    {
        ScriptedServer server = new(_ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.Unauthorized);
            response.Headers.WwwAuthenticate.Add(new("OAuth", "realm=\"Photos\", oauth_problem=\"nonce_used\""));
            return response;
        });

        Assert.Equal("nonce_used", (await RefusedAsync(server)).Problem);
    }

    [Theory]
    [InlineData("https://bitbucket.org/api")]
    [InlineData("https://api.bitbucket.org")]
    public async Task SignInAsync_RefusedByCloud_SaysThatOAuth1IsOver(string address)
    {
        OAuth1Authorization authorization = Authorization(new ScriptedServer(Refused("")), new StepLog(), null, baseUri: new Uri(address));

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(() => authorization.SignInAsync(Stop));

        Assert.Contains("2026", e.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("OAuth 2", e.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oauth_token=t&oauth_token_secret=MARKED-secret", BitbucketErrorKind.CallbackNotConfirmed)]
    [InlineData("oauth_token=t&oauth_token_secret=MARKED-secret&oauth_callback_confirmed=false", BitbucketErrorKind.CallbackNotConfirmed)]
    [InlineData("oauth_token=MARKED-token", BitbucketErrorKind.UnexpectedResponse)]
    [InlineData("oauth_token_secret=MARKED-secret", BitbucketErrorKind.UnexpectedResponse)]
    [InlineData("<!doctype html><p>MARKED</p>", BitbucketErrorKind.UnexpectedResponse)]
    [InlineData("", BitbucketErrorKind.UnexpectedResponse)]
    public async Task SignInAsync_StrangeTokenAnswer_IsAnError(string body, BitbucketErrorKind kind)
    {
        BitbucketSignInException e = await RefusedAsync(new ScriptedServer(ScriptedServer.Text(body, "text/html")));

        Assert.Equal(kind, e.Kind);
        AssertClear(e);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found, BitbucketErrorKind.UnexpectedResponse)]
    [InlineData(HttpStatusCode.NotFound, BitbucketErrorKind.UnexpectedResponse)]
    [InlineData(HttpStatusCode.TooManyRequests, BitbucketErrorKind.RateLimited)]
    [InlineData(HttpStatusCode.BadGateway, BitbucketErrorKind.ServerError)]
    [InlineData(HttpStatusCode.Conflict, BitbucketErrorKind.UnexpectedResponse)]
    public async Task SignInAsync_OtherStatus_IsItsOwnError(HttpStatusCode status, BitbucketErrorKind kind)
    {
        ScriptedServer server = new(_ => new(status) { Headers = { Location = new Uri("https://other.example.com/x?MARKED") } });

        BitbucketSignInException e = await RefusedAsync(server);

        Assert.Equal(kind, e.Kind);
        AssertClear(e);
        Assert.Equal(status == HttpStatusCode.Found, e.Message.Contains("redirects to https://other.example.com,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignInAsync_NoConnection_IsConnectionFailed()
    {
        BitbucketSignInException e = await RefusedAsync(new ScriptedServer(_ => throw new HttpRequestException("Connection refused")));

        Assert.Equal(BitbucketErrorKind.ConnectionFailed, e.Kind);
        AssertClear(e);
    }

    [Theory]
    [InlineData("http://bitbucket.example.com", "http://127.0.0.1:0/cb", OAuth1SignatureMethod.HmacSha1, BitbucketErrorKind.InsecureAddress)]
    [InlineData("https://bitbucket.example.com", "http://127.0.0.1:0/cb", OAuth1SignatureMethod.RsaSha1, BitbucketErrorKind.InvalidArgument)]
    [InlineData("https://bitbucket.example.com", "oob", OAuth1SignatureMethod.HmacSha1, BitbucketErrorKind.InvalidArgument)]
    [InlineData("https://bitbucket.example.com", "/cb", OAuth1SignatureMethod.HmacSha1, BitbucketErrorKind.InvalidArgument)]
    [InlineData("https://bitbucket.example.com", "https://app.example.com/cb", OAuth1SignatureMethod.HmacSha1, BitbucketErrorKind.InvalidArgument)]
    public void Constructor_ImpossibleOption_Refuses(string baseUri, string callback, OAuth1SignatureMethod method, BitbucketErrorKind kind)
    {
        using HttpMessageInvoker transport = new(new ScriptedServer());

        BitbucketException e = Assert.Throws<BitbucketException>(() => new OAuth1Authorization(new()
        {
            BaseUri = new Uri(baseUri),
            Credentials = new OAuth1Credentials("the-key", "MARKED-consumer-secret"),
            CallbackUri = new Uri(callback, callback.Contains("://", StringComparison.Ordinal) ? UriKind.Absolute : UriKind.Relative),
            SignatureMethod = method,
            Transport = transport,
        }));

        Assert.Equal(kind, e.Kind);
        AssertClear(e);
    }

    private static Task<OAuth1Credentials> SignInAsync(
        ScriptedServer server, StepLog log, Func<string, Task> follow, Uri? callback = null, TimeProvider? timeProvider = null)
    {
        ActingBrowser browser = new((_, _) => follow(server.Parameters(server.Requests.Count - 1)["oauth_callback"]));
        return Authorization(server, log, browser, callback, timeProvider).SignInAsync(Stop);
    }

    private static async Task<BitbucketSignInException> RefusedAsync(ScriptedServer server, TimeProvider? timeProvider = null)
        => await Assert.ThrowsAsync<BitbucketSignInException>(
            () => Authorization(server, new StepLog(), null, timeProvider: timeProvider).SignInAsync(Stop));

    private static Task<OAuth1Credentials> TypeAsync(ScriptedServer server, string typed, Uri callback)
        => Authorization(server, new StepLog(), null, callback, prompt: new TypingPerson((_, _) => Task.FromResult(typed))).SignInAsync(Stop);

    private static OAuth1Authorization Authorization(
        ScriptedServer server,
        StepLog log,
        IBrowser? browser,
        Uri? callback = null,
        TimeProvider? timeProvider = null,
        Uri? baseUri = null,
        IVerifierPrompt? prompt = null) => new(new()
        {
            BaseUri = baseUri ?? s_server,
            Credentials = new OAuth1Credentials("the-key", "MARKED-consumer-secret"),
            CallbackUri = callback ?? new Uri("http://127.0.0.1:0/callback"),
            Transport = new HttpMessageInvoker(server),
            Browser = browser,
            Prompt = prompt,
            Progress = log,
            TimeProvider = timeProvider ?? TimeProvider.System,
            Timeout = TimeSpan.FromMinutes(5),
        });

    private static Func<HttpRequestMessage, HttpResponseMessage> Refused(string body, DateTimeOffset? date = null) => request =>
    {
        HttpResponseMessage response = ScriptedServer.Form(body, HttpStatusCode.Unauthorized)(request);
        response.Headers.Date = date;
        return response;
    };

    private static async Task<string> GetAsync(string address)
    {
        using HttpClient client = new();
        using HttpResponseMessage response = await client.GetAsync(new Uri(address), Stop);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    private static async Task AdvanceUntilDoneAsync(FakeTimeProvider clock, Task task)
    {
        // The wait may not have set its timer yet, so time passes until it has.
        while (!task.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }
    }

    private static void AssertClear(BitbucketException e)
    {
        Assert.DoesNotContain("MARKED", e.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", e.RecommendedAction ?? "", StringComparison.Ordinal);
    }
}
