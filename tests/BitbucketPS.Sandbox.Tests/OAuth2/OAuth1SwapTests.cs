using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A token of OAuth 1.0a becomes a pair of OAuth 2.</summary>
public sealed class OAuth1SwapTests : IAsyncLifetime
{
    private readonly SandboxFixture _sandbox = new();

    private OAuth2Client Client => new(_sandbox);

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Good_token_is_swapped_for_what_it_could_do()
    {
        Signer signer = await _sandbox.SignInAsync();

        JsonNode tokens = (await SwapAsync(Client, signer.Token)).Json;

        Answer user = await Client.UserAsync(tokens);
        Assert.Equal("demo", (string?)user.Json["username"]);
        Assert.Equal("urn:bitbucket:oauth1:access_token", (string?)tokens["state"]);
        string[] scopes = ((string)tokens["scope"]!).Split(' ');
        Assert.Contains("repository:write", scopes);
        Assert.Contains("pullrequest:write", scopes);
        Assert.Equal(HttpStatusCode.OK, (await Client.RefreshAsync((string)tokens["refresh_token"]!)).Status);
    }

    [Fact]
    public async Task Revoked_token_is_refused()
    {
        Signer signer = await _sandbox.SignInAsync();
        _sandbox.Server.RevokeOAuth1Tokens();

        AssertRefused(await SwapAsync(Client, signer.Token), "invalid_grant");
    }

    [Theory]
    [InlineData("nobody", "invalid_grant")]
    [InlineData("", "invalid_request")]
    public async Task Token_that_is_none_is_refused(string token, string error) => AssertRefused(await SwapAsync(Client, token), error);

    [Fact]
    public async Task Request_token_is_refused()
    {
        string token = (await _sandbox.RequestTokenAsync(_sandbox.Signer())).Form["oauth_token"];

        AssertRefused(await SwapAsync(Client, token), "invalid_grant");
    }

    [Fact]
    public async Task Consumer_without_callback_is_refused()
    {
        await using SandboxFixture other = new() { Options = new() { ConsumerCallbackUri = null } };
        await other.InitializeAsync();
        Signer signer = await other.SignInAsync();

        AssertRefused(await SwapAsync(new(other), signer.Token), "invalid_request");
    }

    private static Task<Answer> SwapAsync(OAuth2Client client, string token)
        => client.TokenAsync(("grant_type", "urn:bitbucket:oauth1:access_token"), ("oauth1_access_token", token));

    private static void AssertRefused(Answer answer, string error)
        => Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, (string?)answer.Json["error"]));
}
