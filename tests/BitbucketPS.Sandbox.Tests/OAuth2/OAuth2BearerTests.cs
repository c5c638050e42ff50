using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Where an access token counts, and what is kept of it.</summary>
public class OAuth2BearerTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private OAuth2Client Client => new(sandbox);

    [Theory]
    [InlineData("/2.0/user?access_token=")]
    [InlineData("/2.0/repositories/demo/docs?access_token=")]
    [InlineData("/2.0/repositories/demo/docs?access%5Ftoken=")]
    public async Task Token_in_the_query_is_refused(string target)
    {
        string token = (string)(await Client.SignInAsync())["access_token"]!;

        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync("GET", target + token)).Status);
    }

    [Fact]
    public async Task Token_in_the_body_is_none()
    {
        string token = (string)(await Client.SignInAsync())["access_token"]!;

        Answer answer = await sandbox.SendAsync(
            "POST", "/2.0/repositories/demo/api/refs/branches", content: SandboxFixture.Form("access_token=" + token));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task Git_takes_the_token_as_a_password()
    {
        string token = (string)(await Client.SignInAsync())["access_token"]!;
        string basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("x-token-auth:" + token));

        Answer answer = await sandbox.SendAsync("GET", "/demo/website.git/info/refs?service=git-upload-pack", basic);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Secrets_are_not_logged()
    {
        JsonNode tokens = await Client.SignInAsync();
        string token = (string)tokens["access_token"]!;
        string challenge = OAuth2Client.Challenge("v");
        await Client.AuthoriseAsync(("state", "logged-state"), ("code_challenge", challenge), ("code_challenge_method", "S256"));
        await sandbox.SendAsync("GET", "/2.0/user?access_token=" + token);
        await sandbox.SendAsync("GET", "/2.0/user?refresh%5Ftoken=" + token);
        await sandbox.SendAsync("GET", "/2.0/user?Access_Token=" + token);
        await sandbox.SendAsync("GET", "/_media/logs/1/2/3?expires=4&signature=logged-signature");
        await sandbox.SendAsync("GET", "/site/oauth2/access_token?code=logged-code&client_secret=" + sandbox.Server.Consumer.Secret);

        string log = string.Join('\n', sandbox.Server.Requests.Select(request => request.Target));

        Assert.Contains("access_token=***", log, StringComparison.Ordinal);
        Assert.Contains("response_type=code&", log, StringComparison.Ordinal);
        Assert.All(
            new[] { "logged-state", "logged-code", "logged-signature", challenge, token, sandbox.Server.Consumer.Secret },
            secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task State_of_the_api_is_no_secret()
    {
        await sandbox.GetAsync("/2.0/user?state=OPEN");

        Assert.Contains(sandbox.Server.Requests, request => request.Target is "/2.0/user?state=OPEN");
    }

    [Fact]
    public async Task Tokens_may_be_as_long_as_four_kilobytes_and_answers_as_old_as_2025()
    {
        await using SandboxFixture other = new()
        {
            Options = new() { OAuth2TokenLength = 4096, AnswersScopesKey = true, OAuth2TokenLifetime = TimeSpan.FromHours(1) },
        };
        await other.InitializeAsync();
        OAuth2Client client = new(other);

        JsonNode tokens = (await client.RefreshAsync((string)(await client.SignInAsync())["refresh_token"]!)).Json;

        Assert.Equal(4096, ((string)tokens["access_token"]!).Length);
        Assert.Equal(4096, ((string)tokens["refresh_token"]!).Length);
        Assert.Equal(3600, (int?)tokens["expires_in"]);
        Assert.Contains("repository", (string?)tokens["scopes"], StringComparison.Ordinal);
        Assert.False(tokens.AsObject().ContainsKey("scope"));
        Assert.Equal(HttpStatusCode.OK, (await client.UserAsync(tokens)).Status);
    }

    [Fact]
    public async Task Consumer_gives_no_more_than_it_has()
    {
        await using SandboxFixture other = new() { Options = new() { ConsumerScopes = ["repository:write"] } };
        await other.InitializeAsync();
        OAuth2Client client = new(other);

        Answer refused = await client.AuthoriseAsync(("scope", "account"));
        JsonNode narrower = (await client.ExchangeAsync(await client.CodeAsync(("scope", "repository")))).Json;
        JsonNode all = await client.SignInAsync();

        Assert.Equal("invalid_scope", OAuth2Client.Parameter(refused.Location, "error"));
        Assert.Equal("repository", (string?)narrower["scope"]);
        Assert.Equal("repository:write", (string?)all["scope"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.UserAsync(all)).Status);
    }

    [Fact]
    public async Task Options_that_make_no_sense_are_refused()
    {
        SandboxOptions[] wrong =
        [
            new() { OAuth2TokenLength = 31 },
            new() { OAuth2TokenLength = 100_000 },
            new() { OAuth2TokenLifetime = TimeSpan.Zero },
            new() { ConsumerScopes = ["surprise"] },
            new() { ConsumerCallbackUri = new("/callback", UriKind.Relative) },
            new() { ConsumerCallbackUri = new("http://127.0.0.1/#fragment") },
        ];

        foreach (SandboxOptions options in wrong)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => SandboxServer.StartAsync(options, TestContext.Current.CancellationToken));
        }
    }
}
