using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What the clock and a revocation end: with a sandbox of its own for each test, since both reach every token.</summary>
public sealed class OAuth2LifetimeTests : IAsyncLifetime
{
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan s_tenMinutes = TimeSpan.FromMinutes(10);

    private readonly SandboxFixture _sandbox = new();

    private OAuth2Client Client => new(_sandbox);

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Page_expires_after_ten_minutes()
    {
        HtmlForm form = HtmlForm.Parse((await Client.AuthoriseAsync()).Text);
        _sandbox.Clock.Advance(s_tenMinutes);

        Answer answer = await Client.PostDecisionAsync(form.Submit("decision", "approve"));

        Assert.Equal(HttpStatusCode.Gone, answer.Status);
        Assert.False(answer.Headers.Contains("Location"));
    }

    [Fact]
    public async Task Code_expires_after_ten_minutes()
    {
        string first = await Client.CodeAsync();
        string second = await Client.CodeAsync();
        _sandbox.Clock.Advance(s_tenMinutes - s_tick);
        HttpStatusCode before = (await Client.ExchangeAsync(first)).Status;
        _sandbox.Clock.Advance(s_tick);
        Answer after = await Client.ExchangeAsync(second);

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (after.Status, (string?)after.Json["error"]));
    }

    [Fact]
    public async Task Access_token_expires_in_bitbuckets_words()
    {
        JsonNode tokens = await Client.SignInAsync();
        _sandbox.Clock.Advance(TimeSpan.FromHours(2) - s_tick);
        HttpStatusCode before = (await Client.UserAsync(tokens)).Status;
        _sandbox.Clock.Advance(s_tick);
        Answer after = await Client.UserAsync(tokens);

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Unauthorized, after.Status);
        Assert.Equal("Access token expired. Use your refresh token to obtain a new access token.", after.Message);
    }

    [Fact]
    public async Task Refresh_gives_another_pair_and_leaves_the_first_access_token()
    {
        JsonNode first = await Client.SignInAsync();

        JsonNode second = (await Client.RefreshAsync(Refresh(first))).Json;

        Assert.NotEqual(Refresh(first), Refresh(second));
        Assert.NotEqual((string?)first["access_token"], (string?)second["access_token"]);
        Assert.Equal("refresh_token", (string?)second["state"]);
        Assert.Equal((string?)first["scope"], (string?)second["scope"]);
        Assert.Equal(HttpStatusCode.OK, (await Client.UserAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Client.UserAsync(second)).Status);
    }

    [Fact]
    public async Task Used_refresh_token_is_good_for_ten_minutes_from_its_first_use()
    {
        string old = Refresh(await Client.SignInAsync());
        _sandbox.Clock.Advance(TimeSpan.FromDays(1));
        string first = Refresh((await Client.RefreshAsync(old)).Json);
        _sandbox.Clock.Advance(s_tenMinutes - s_tick);
        string again = Refresh((await Client.RefreshAsync(old)).Json);
        _sandbox.Clock.Advance(s_tick);
        Answer late = await Client.RefreshAsync(old);

        Assert.NotEqual(first, again);
        AssertInvalid(late);
        Assert.All(
            await Task.WhenAll(Client.RefreshAsync(first), Client.RefreshAsync(again)),
            answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    [Fact]
    public async Task Unused_refresh_token_is_good_for_three_months()
    {
        string first = Refresh(await Client.SignInAsync());
        string second = Refresh(await Client.SignInAsync());
        DateTimeOffset end = _sandbox.Clock.GetUtcNow().AddMonths(3);
        _sandbox.Clock.SetUtcNow(end - s_tick);
        Answer before = await Client.RefreshAsync(first);
        _sandbox.Clock.SetUtcNow(end);

        Assert.Equal(HttpStatusCode.OK, before.Status);
        AssertInvalid(await Client.RefreshAsync(second));
        Assert.Equal(HttpStatusCode.OK, (await Client.RefreshAsync(Refresh(before.Json))).Status);
    }

    [Fact]
    public async Task Refresh_may_narrow_and_the_next_one_has_all_again()
    {
        JsonNode tokens = await Client.SignInAsync();
        JsonNode narrow = (await Client.RefreshAsync(Refresh(tokens), "account")).Json;
        JsonNode wide = (await Client.RefreshAsync(Refresh(narrow))).Json;
        Answer refused = await Client.RefreshAsync(Refresh(wide), "surprise");

        Assert.Equal("account", (string?)narrow["scope"]);
        Assert.Equal((string?)tokens["scope"], (string?)wide["scope"]);
        Assert.Equal("invalid_scope", (string?)refused.Json["error"]);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("an access token")]
    public async Task Refresh_token_that_is_none_is_refused(string text)
    {
        JsonNode tokens = await Client.SignInAsync();

        AssertInvalid(await Client.RefreshAsync(text is "nobody" ? text : (string)tokens["access_token"]!));
    }

    [Fact]
    public async Task Refresh_token_is_no_access_token()
    {
        string token = Refresh(await Client.SignInAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, (await _sandbox.SendAsync("GET", "/2.0/user", "Bearer " + token)).Status);
    }

    [Fact]
    public async Task Revocation_ends_tokens_and_codes()
    {
        JsonNode tokens = await Client.SignInAsync();
        string code = await Client.CodeAsync();
        _sandbox.Server.RevokeOAuth2Grants();

        Answer user = await Client.UserAsync(tokens);

        Assert.Equal("Token is invalid, expired, or not supported for this endpoint.", user.Message);
        AssertInvalid(await Client.RefreshAsync(Refresh(tokens)));
        Assert.Equal("invalid_grant", (string?)(await Client.ExchangeAsync(code)).Json["error"]);
        Assert.Equal(HttpStatusCode.OK, (await _sandbox.GetAsync("/2.0/user")).Status);
    }

    [Fact]
    public async Task Access_tokens_can_be_let_expire()
    {
        JsonNode tokens = await Client.SignInAsync();
        _sandbox.Server.ExpireOAuth2AccessTokens();

        Answer user = await Client.UserAsync(tokens);
        JsonNode fresh = (await Client.RefreshAsync(Refresh(tokens))).Json;

        Assert.StartsWith("Access token expired.", user.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Client.UserAsync(fresh)).Status);
    }

    private static string Refresh(JsonNode tokens) => (string)tokens["refresh_token"]!;

    private static void AssertInvalid(Answer answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(("invalid_request", "Invalid refresh_token"), ((string?)answer.Json["error"], (string?)answer.Json["error_description"]));
    }
}
