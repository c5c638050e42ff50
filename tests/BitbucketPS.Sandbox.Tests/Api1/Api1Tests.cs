using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class Api1Tests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Branches_are_one_object_keyed_by_name()
    {
        JsonObject branches = (await sandbox.GetAsync("/1.0/repositories/demo/website/branches")).Json.AsObject();
        string[] expected = await Git.BranchesAsync(sandbox.Server.RepositoryPath("demo", "website"));

        Assert.Equal(expected, branches.Select(pair => pair.Key));
        Assert.All(branches, pair => Assert.Equal(pair.Key, (string?)pair.Value!["branch"]));
    }

    [Fact]
    public async Task Branch_has_the_fields_of_api_1()
    {
        JsonNode branch = (await sandbox.GetAsync("/1.0/repositories/demo/api/branches")).Json["develop"]!;
        string path = sandbox.Server.RepositoryPath("demo", "api");
        string hash = (await Git.RunAsync(path, "rev-parse", "refs/heads/develop")).Trim();
        string file = (await Git.RunAsync(path, "diff", "--name-only", "refs/heads/develop~1", "refs/heads/develop")).Trim();

        Assert.Equal(hash, (string?)branch["raw_node"]);
        Assert.Equal(hash[..12], (string?)branch["node"]);
        Assert.Equal(12, ((string?)Assert.Single(branch["parents"]!.AsArray()))!.Length);
        Assert.Equal(file, (string?)Assert.Single(branch["files"]!.AsArray())!["file"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+00:00$", (string?)branch["utctimestamp"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", (string?)branch["timestamp"]);
        Assert.Equal(-1, (int?)branch["size"]);
        Assert.True(branch.AsObject().ContainsKey("revision"));
    }

    [Theory]
    [InlineData("/1.0/user")]
    [InlineData("/1.0/repositories/demo/website")]
    public async Task Everything_else_is_gone(string path)
    {
        Answer answer = await sandbox.GetAsync(path);

        Assert.Equal(HttpStatusCode.Gone, answer.Status);
        Assert.Equal("Resource removed", answer.Message);
    }
}
