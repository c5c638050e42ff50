using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Signing in by OAuth 1.0a with Python's requests-oauthlib.</summary>
public class RequestsOAuth1Tests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Callback = "http://127.0.0.1:8976/back?kept=1";

    public static TheoryData<string, string, string> Ways { get; } = new()
    {
        { "HMAC-SHA1", "auth_header", Callback },
        { "HMAC-SHA1", "body", "oob" },
        { "HMAC-SHA256", "auth_header", "oob" },
        { "RSA-SHA1", "auth_header", Callback },
        { "RSA-SHA256", "query", Callback },
        { "PLAINTEXT", "auth_header", Callback },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Signs_in_reads_and_writes(string method, string place, string callback)
    {
        string branch = $"signed/{method} {place}/é%2F+&".Replace(' ', '-');

        JsonNode result = await ForeignProgram.Python.RunAsync("oauth1.py", Settings(method, place, callback, branch));

        Assert.Equal("demo", (string?)result["user"]!["username"]);
        Assert.Equal(["docs"], result["repositories"]!["values"]!.AsArray().Select(repository => (string?)repository!["slug"]));
        Assert.Equal(201, (int?)result["made"]!["status"]);
        Assert.Equal(branch, (string?)result["made"]!["body"]!["name"]);
    }

    [Fact]
    public async Task Signed_form_is_a_commit()
    {
        JsonNode result = await ForeignProgram.Python.RunAsync("oauth1.py", Settings("HMAC-SHA1", "auth_header", Callback, "form"));
        Answer file = await sandbox.GetAsync("/2.0/repositories/demo/docs/src/main/signed.txt");

        Assert.Equal((201, ""), ((int?)result["written"]!["status"], (string?)result["written"]!["body"]));
        Assert.Equal("a=b&c d form", file.Text);
    }

    private JsonObject Settings(string method, string place, string callback, string branch) => new()
    {
        ["origin"] = sandbox.Origin,
        ["key"] = sandbox.Server.Consumer.Key,
        ["secret"] = sandbox.Server.Consumer.Secret,
        ["privateKey"] = method.StartsWith("RSA", StringComparison.Ordinal) ? sandbox.PrivateKey.ExportPkcs8PrivateKeyPem() : null,
        ["method"] = method,
        ["place"] = place,
        ["callback"] = callback,
        ["branch"] = branch,
    };
}
