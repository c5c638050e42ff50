using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class CodeGrantTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private OAuth2Client Client => new(sandbox);

    [Fact]
    public async Task Code_becomes_a_pair_that_signs_in()
    {
        Answer answer = await Client.ExchangeAsync(await Client.CodeAsync());

        JsonNode tokens = answer.Json;
        Answer user = await Client.UserAsync(tokens);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("bearer", (string?)tokens["token_type"]);
        Assert.Equal(7200, (int?)tokens["expires_in"]);
        Assert.Equal("authorization_code", (string?)tokens["state"]);
        Assert.Equal(2600, ((string)tokens["access_token"]!).Length);
        Assert.Equal(2600, ((string)tokens["refresh_token"]!).Length);
        Assert.Equal("demo", (string?)user.Json["username"]);
        Assert.Equal("oauth2", user.Headers.GetValues("X-Credential-Type").Single());
    }

    [Fact]
    public async Task Tokens_differ_from_each_other()
    {
        JsonNode[] pairs = [await Client.SignInAsync(), await Client.SignInAsync()];

        string[] all = [.. pairs.SelectMany(pair => new[] { (string)pair["access_token"]!, (string)pair["refresh_token"]! })];
        Assert.Equal(4, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(4, all.Select(token => token[..32]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Scope_narrows_what_the_token_may_do()
    {
        string code = await Client.CodeAsync(("scope", "repository  repository"));
        JsonNode tokens = (await Client.ExchangeAsync(code)).Json;
        string bearer = $"Bearer {(string?)tokens["access_token"]}";

        Answer repository = await sandbox.SendAsync("GET", "/2.0/repositories/demo/api", bearer);

        Assert.Equal("repository", (string?)tokens["scope"]);
        Assert.False(tokens.AsObject().ContainsKey("scopes"));
        Assert.Equal("repository", repository.Headers.GetValues("X-OAuth-Scopes").Single());
        Assert.Equal(HttpStatusCode.OK, repository.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Client.UserAsync(tokens)).Status);
    }

    [Fact]
    public async Task Second_use_of_a_code_ends_what_the_first_one_gave()
    {
        string code = await Client.CodeAsync();
        JsonNode first = (await Client.ExchangeAsync(code)).Json;
        JsonNode refreshed = (await Client.RefreshAsync((string)first["refresh_token"]!)).Json;
        JsonNode other = await Client.SignInAsync();

        Answer second = await Client.ExchangeAsync(code);

        AssertRefused(second, "invalid_grant");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Client.UserAsync(first)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Client.UserAsync(refreshed)).Status);
        AssertRefused(await Client.RefreshAsync((string)refreshed["refresh_token"]!), "invalid_request");
        Assert.Equal(HttpStatusCode.OK, (await Client.UserAsync(other)).Status);
    }

    [Fact]
    public async Task Code_at_the_same_time_is_good_once()
    {
        string code = await Client.CodeAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Client.ExchangeAsync(code)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(OAuth2Client.Callback, null)]
    [InlineData(OAuth2Client.Callback, OAuth2Client.Callback + "/")]
    [InlineData(null, "http://127.0.0.1/other")]
    public async Task Redirect_uri_must_be_the_one_of_the_page(string? asked, string? sent)
    {
        string code = await Client.CodeAsync(("redirect_uri", asked));

        Answer answer = await Client.TokenAsync(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", sent));

        AssertRefused(answer, "invalid_grant");
    }

    [Fact]
    public async Task Right_verifier_is_accepted()
    {
        string code = await Client.CodeAsync(("code_challenge", OAuth2Client.Challenge(Verifier)), ("code_challenge_method", "S256"));

        Assert.Equal(HttpStatusCode.OK, (await Client.ExchangeAsync(code, ("code_verifier", Verifier))).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK")]
    public async Task Other_verifier_is_refused(string? verifier)
    {
        string code = await Client.CodeAsync(("code_challenge", OAuth2Client.Challenge(Verifier)), ("code_challenge_method", "S256"));

        AssertRefused(await Client.ExchangeAsync(code, ("code_verifier", verifier)), "invalid_grant");
    }

    [Theory]
    [InlineData("too-short")]
    [InlineData("forty-three characters, but with spaces in it")]
    public async Task Verifier_that_is_none_is_refused_even_if_its_hash_is_right(string verifier)
    {
        string code = await Client.CodeAsync(("code_challenge", OAuth2Client.Challenge(verifier)), ("code_challenge_method", "S256"));

        AssertRefused(await Client.ExchangeAsync(code, ("code_verifier", verifier)), "invalid_grant");
    }

    [Fact]
    public async Task Verifier_without_challenge_is_refused()
        => AssertRefused(await Client.ExchangeAsync(await Client.CodeAsync(), ("code_verifier", Verifier)), "invalid_grant");

    [Fact]
    public async Task Failed_exchange_does_not_use_the_code_up()
    {
        string code = await Client.CodeAsync();
        await Client.ExchangeAsync(code, ("code_verifier", Verifier));

        Assert.Equal(HttpStatusCode.OK, (await Client.ExchangeAsync(code)).Status);
    }

    [Theory]
    [InlineData("nobody", "invalid_grant")]
    [InlineData("", "invalid_request")]
    public async Task Code_that_is_none_is_refused(string code, string error) => AssertRefused(await Client.ExchangeAsync(code), error);

    private static void AssertRefused(Answer answer, string error)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(error, (string?)answer.Json["error"]);
        Assert.NotEmpty((string)answer.Json["error_description"]!);
    }
}
