using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class ClientCredentialsTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private OAuth2Client Client => new(sandbox);

    [Fact]
    public async Task Consumer_gets_no_refresh_token()
    {
        JsonNode tokens = (await TokenAsync(Client)).Json;

        Assert.False(tokens.AsObject().ContainsKey("refresh_token"));
        Assert.Equal("client_credentials", (string?)tokens["state"]);
        Assert.Equal(string.Join(' ', new SandboxOptions().ConsumerScopes), (string?)tokens["scope"]);
    }

    [Fact]
    public async Task Consumer_acts_as_an_app_user()
    {
        Answer user = await Client.UserAsync((await TokenAsync(Client)).Json);

        Assert.Equal("app_user", (string?)user.Json["type"]);
        Assert.Equal("Your script", (string?)user.Json["display_name"]);
        Assert.False(user.Json.AsObject().ContainsKey("username"));
        Assert.False(user.Json.AsObject().ContainsKey("nickname"));
        Assert.Equal("oauth2", user.Headers.GetValues("X-Credential-Type").Single());
    }

    [Theory]
    [InlineData("/2.0/repositories/demo/website", HttpStatusCode.OK)]
    [InlineData("/2.0/workspaces/demo", HttpStatusCode.OK)]
    [InlineData("/2.0/repositories/other/hidden", HttpStatusCode.NotFound)]
    [InlineData("/2.0/workspaces/other", HttpStatusCode.NotFound)]
    public async Task App_user_sees_the_workspace_of_the_owner_only(string path, HttpStatusCode status)
    {
        JsonNode tokens = (await TokenAsync(Client)).Json;

        Answer answer = await sandbox.SendAsync("GET", path, $"Bearer {(string?)tokens["access_token"]}");

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Scope_narrows_and_never_widens()
    {
        JsonNode tokens = (await TokenAsync(Client, "repository")).Json;
        Answer wider = await TokenAsync(Client, "repository surprise");

        Assert.Equal("repository", (string?)tokens["scope"]);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_scope"), (wider.Status, (string?)wider.Json["error"]));
    }

    [Fact]
    public async Task Public_consumer_is_refused()
    {
        Answer answer = await TokenAsync(new() { ConsumerIsPrivate = false });

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (answer.Status, (string?)answer.Json["error"]));
        Assert.StartsWith("Cannot use client_credentials with a consumer marked as \"public\".", (string?)answer.Json["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consumer_without_callback_is_refused()
    {
        Answer answer = await TokenAsync(new() { ConsumerCallbackUri = null });

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (answer.Status, (string?)answer.Json["error"]));
        Assert.Equal("No callback uri defined for the OAuth client.", (string?)answer.Json["error_description"]);
    }

    private static Task<Answer> TokenAsync(OAuth2Client client, string? scope = null)
        => client.TokenAsync(("grant_type", "client_credentials"), ("scope", scope));

    private static async Task<Answer> TokenAsync(SandboxOptions options)
    {
        await using SandboxFixture other = new() { Options = options };
        await other.InitializeAsync();
        return await TokenAsync(new OAuth2Client(other));
    }
}
