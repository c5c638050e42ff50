using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The package <c>bitbucket</c> of npm at work.</summary>
public class NpmBitbucketTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    private JsonObject Token => new() { ["token"] = sandbox.AccessToken() };

    private JsonObject Basic => new()
    {
        ["username"] = sandbox.Server.ApiToken.Email,
        ["password"] = sandbox.Server.ApiToken.Token,
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lists_pages_and_makes_branches(bool withToken)
    {
        string branch = $"npm/é+%2F#{withToken}";
        string[] expected = await sandbox.ApiBranchesAsync("website");

        JsonNode result = await RunAsync("branches.mjs", new() { ["auth"] = withToken ? Token : Basic, ["branch"] = branch });

        Assert.Equal("demo", (string?)result["user"]!["username"]);
        Assert.Equal("""{"pages":2,"names":["API","Docs","Mobile app","Website"]}""", result["repositories"]!.ToJsonString());
        Assert.Equal(expected.Select(NameOf).Order(StringComparer.Ordinal), Names(result["branches"]!).Order(StringComparer.Ordinal));
        Assert.Equal(((expected.Length + 99) / 100, 4), ((int)result["branches"]!["pages"]!, (int)result["releases"]!["pages"]!));
        Assert.Equal("release/5.7", Names(result["releases"]!)[0]);
        Assert.Equal((201, branch), ((int)result["made"]!["status"]!, (string?)result["made"]!["body"]!["name"]));
        Assert.Equal(branch, (string?)result["found"]!["name"]);
        Assert.Equal((400, 404), ((int)result["again"]!["status"]!, (int)result["missing"]!["status"]!));
        Assert.NotEmpty((string)result["missing"]!["error"]!["error"]!["message"]!);
    }

    [Fact]
    public async Task Opens_and_merges_a_pull_request_of_what_git_pushed()
    {
        string clone = await sandbox.CloneAsync("docs");
        await sandbox.Git.CommitAsync(clone, "from-git.txt", [1, 2, 3]);
        string commit = await sandbox.Git.RunAsync("-C", clone, "rev-parse", "HEAD");
        await sandbox.Git.RunAsync("-C", clone, "push", "--quiet", "origin", "HEAD:refs/heads/npm/change");

        JsonNode result = await RunAsync("pullrequest.mjs", new()
        {
            ["auth"] = Token,
            ["repository"] = "docs",
            ["title"] = "Add a file ü",
            ["source"] = "npm/change",
            ["destination"] = "main",
            ["message"] = "Merge what npm said",
        });

        Assert.Equal((201, "OPEN"), ((int)result["opened"]!["status"]!, (string?)result["opened"]!["body"]!["state"]));
        Assert.Contains((int)result["opened"]!["body"]!["id"]!, result["open"]!.AsArray().Select(id => (int)id!));
        Assert.True((bool)result["approved"]!["approved"]!);
        Assert.Equal("Good.", (string?)result["commented"]!["content"]!["raw"]);
        Assert.Equal([commit], result["commits"]!.AsArray().Select(hash => (string)hash!));
        Assert.Equal(["from-git.txt"], result["changes"]!.AsArray().Select(path => (string)path!));
        Assert.Equal(("MERGED", "MERGED"), ((string?)result["merged"]!["state"], (string?)result["after"]!["state"]));
        Assert.InRange((int)result["again"]!["status"]!, 400, 499);
        Assert.Equal(404, (int?)result["source"]!["status"]);
        await AssertMergedAsync(clone, commit, (string)result["after"]!["merge_commit"]!["hash"]!);
    }

    private async Task AssertMergedAsync(string clone, string commit, string merge)
    {
        await sandbox.Git.RunAsync("-C", clone, "fetch", "--quiet");
        Assert.StartsWith(merge, await sandbox.Git.RunAsync("-C", clone, "rev-parse", "origin/main"), StringComparison.Ordinal);
        Assert.Equal(commit, await sandbox.Git.RunAsync("-C", clone, "rev-parse", "origin/main^2"));
        Assert.StartsWith("Merge what npm said", await sandbox.Git.RunAsync("-C", clone, "log", "-1", "--format=%s", "origin/main"), StringComparison.Ordinal);
    }

    private Task<JsonNode> RunAsync(string script, JsonObject settings)
    {
        settings["origin"] = sandbox.Origin;
        return ForeignProgram.Node.RunAsync(script, settings);
    }

    private static string NameOf(string branch) => branch.Split("\trefs/heads/")[1];

    private static string[] Names(JsonNode list) => [.. list["names"]!.AsArray().Select(name => (string)name!)];
}
