using BitbucketPS.Authorization;
using BitbucketPS.Client.Tests.Authorization;
using BitbucketPS.OAuth2;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.OAuth2;

public sealed class OAuth2AuthorizationTests
{
    private readonly FakeEndpoint _endpoint = new(TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignInAsync_PersonAllows_GivesTheTokens()
    {
        StepLog log = new();
        TaskCompletionSource<string> shown = new();

        OAuth2Token token = await SignInAsync(log, async callback => shown.SetResult(await GetAsync($"{callback}?code=MARKED-code&state=the-state")));

        Assert.Equal("access-1", token.RevealAccessToken());
        Assert.Equal(["code MARKED-code"], _endpoint.Asked);
        Assert.Equal(
            [SignInStepKind.AuthorizationNeeded, SignInStepKind.CodeReceived, SignInStepKind.AccessTokenReceived],
            log.Steps.Select(step => step.Kind));
        Assert.DoesNotContain("MARKED", string.Join('\n', log.Steps) + await shown.Task, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?error=access_denied&state=the-state", BitbucketErrorKind.AuthorizationDenied, "access_denied")]
    [InlineData("?error=invalid_scope&state=the-state", BitbucketErrorKind.TokenRefused, "invalid_scope")]
    [InlineData("?error=%3Cscript%3E&state=the-state", BitbucketErrorKind.TokenRefused, "an error without a name")]
    public async Task SignInAsync_Refused_IsItsOwnError(string query, BitbucketErrorKind kind, string problem)
    {
        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(
            () => SignInAsync(new StepLog(), callback => GetAsync(callback + query)));

        Assert.Equal(kind, e.Kind);
        Assert.Equal(problem, e.Problem);
        Assert.Empty(_endpoint.Asked);
    }

    [Theory]
    [InlineData("?code=forged&state=other")]
    [InlineData("?code=forged")]
    [InlineData("?error=access_denied")]
    [InlineData("?error=access_denied&state=other")]
    [InlineData("?state=the-state")]
    [InlineData("?code=forged&state=the-state&state=the-state")]
    [InlineData("?code=forged&code=forged&state=the-state")]
    public async Task SignInAsync_ForgedCallback_IsIgnoredAndTheRealOneSucceeds(string query)
    {
        OAuth2Token token = await SignInAsync(new StepLog(), async callback =>
        {
            await GetAsync(callback + query);
            await GetAsync($"{callback}?code=real&state=the-state");
        });

        Assert.Equal("access-1", token.RevealAccessToken());
        Assert.Equal(["code real"], _endpoint.Asked);
    }

    [Theory]
    [InlineData("https://app.example.com/cb?code=typed&state=the-state", null)]
    [InlineData("code=typed&state=the-state", null)]
    [InlineData("https://app.example.com/cb?code=typed&state=other", BitbucketErrorKind.CallbackMismatch)]
    [InlineData("https://app.example.com/cb?error=access_denied&state=the-state", BitbucketErrorKind.AuthorizationDenied)]
    [InlineData("typed", BitbucketErrorKind.CallbackInvalid)]
    [InlineData("", BitbucketErrorKind.CallbackInvalid)]
    public async Task SignInAsync_CallbackElsewhere_TakesTheAddressAndNoBareCode(string typed, BitbucketErrorKind? kind)
    {
        OAuth2Authorization authorization = Authorization(
            new StepLog(), browser: null, new Uri("https://app.example.com/cb"), new TypingPerson((_, _) => Task.FromResult(typed)));

        if (kind is null)
        {
            await authorization.SignInAsync(Stop);
            Assert.Equal(["code typed"], _endpoint.Asked);
        }
        else
        {
            Assert.Equal(kind, (await Assert.ThrowsAsync<BitbucketSignInException>(() => authorization.SignInAsync(Stop))).Kind);
            Assert.Empty(_endpoint.Asked);
        }
    }

    [Theory]
    [InlineData("oob")]
    [InlineData("https://app.example.com/cb")]
    public void Constructor_NobodyToAsk_Refuses(string callback)
        => Assert.Equal(
            BitbucketErrorKind.InvalidArgument,
            Assert.Throws<BitbucketException>(() => Authorization(new StepLog(), browser: null, new Uri(callback, UriKind.RelativeOrAbsolute))).Kind);

    private Task<OAuth2Token> SignInAsync(StepLog log, Func<string, Task> follow)
    {
        ActingBrowser browser = new((page, _) => follow(System.Web.HttpUtility.ParseQueryString(page.Query)["redirect_uri"]!));
        return Authorization(log, browser, new Uri("http://127.0.0.1:0/callback")).SignInAsync(Stop);
    }

    private OAuth2Authorization Authorization(StepLog log, IBrowser? browser, Uri callback, IVerifierPrompt? prompt = null) => new(
        new()
        {
            CallbackUri = callback,
            Browser = browser,
            Prompt = prompt,
            Progress = log,
            Timeout = TimeSpan.FromMinutes(5),
        },
        _endpoint);

    private static async Task<string> GetAsync(string address)
    {
        using HttpClient client = new();
        using HttpResponseMessage response = await client.GetAsync(new Uri(address), Stop);
        return await response.Content.ReadAsStringAsync(Stop);
    }
}
