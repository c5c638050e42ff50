using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Signing in by OAuth 2 with Python's requests-oauthlib, which holds the answers against RFC 6749.</summary>
public class RequestsOAuth2Tests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Signs_in_in_every_way_and_understands_refusals()
    {
        JsonNode result = await ForeignProgram.Python.RunAsync("oauth2.py", new()
        {
            ["origin"] = sandbox.Origin,
            ["key"] = sandbox.Server.Consumer.Key,
            ["secret"] = sandbox.Server.Consumer.Secret,
            ["callback"] = OAuth2Client.Callback,
            ["scope"] = new JsonArray("account", "repository"),
        });

        JsonNode code = result["code"]!;
        Assert.Equal("demo", (string?)code["user"]!["body"]!["username"]);
        Assert.Equal("demo", (string?)code["renewed"]!["user"]!["body"]!["username"]);
        Assert.NotEqual((string?)code["token"]!["access_token"], (string?)code["renewed"]!["token"]!["access_token"]);
        Assert.Equal("website", (string?)code["repositories"]!["values"]![0]!["slug"]);
        Assert.Equal("InvalidGrantError", (string?)code["again"]);
        Assert.Equal("AccessDeniedError", (string?)result["denied"]);
        Assert.Equal("MismatchingStateError", (string?)result["otherState"]);
        Assert.Equal("Your script", (string?)result["itself"]!["body"]!["display_name"]);
    }
}
