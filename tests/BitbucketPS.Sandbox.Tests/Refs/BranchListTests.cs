using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class BranchListTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Branches = "/2.0/repositories/demo/website/refs/branches";

    [Fact]
    public async Task All_branches_come_in_three_pages_with_their_names_intact()
    {
        List<string> names = [];
        int requests = 0;
        string? next = $"{sandbox.Origin}{Branches}?pagelen=100";
        while (next is not null)
        {
            Answer page = await sandbox.GetAsync(next[sandbox.Origin.Length..]);
            names.AddRange(page.Names);
            next = (string?)page.Json["next"];
            requests++;
        }

        Assert.Equal(3, requests);
        Assert.InRange(names.Count, 260, 300);
        Assert.Equal(await Git.BranchesAsync(sandbox.Server.RepositoryPath("demo", "website")), names);
        Assert.Contains("feature/z\u00fcrich", names);
        Assert.Contains("feature/zu\u0308rich", names);
        Assert.Contains("feature/a%2Fb", names);
    }

    [Fact]
    public async Task Every_name_finds_its_branch_whether_slashes_are_encoded_or_not()
    {
        foreach (string name in SeedBranchNames.Hard)
        {
            Answer encoded = await sandbox.GetAsync($"{Branches}/{Uri.EscapeDataString(name)}");
            Answer slashes = await sandbox.GetAsync($"{Branches}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}");

            Assert.Equal(name, (string?)encoded.Json["name"]);
            Assert.Equal(name, (string?)slashes.Json["name"]);
            Assert.Equal(await ParseAsync(name), (string?)encoded.Json["target"]!["hash"]);
        }
    }

    [Fact]
    public async Task Names_are_decoded_once()
    {
        Assert.Equal("feature/a%2Fb", (string?)(await sandbox.GetAsync(Branches + "/feature/a%252Fb")).Json["name"]);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(Branches + "/feature/a%2Fb")).Status);
    }

    [Fact]
    public async Task Links_of_a_branch_can_be_followed()
    {
        foreach (JsonNode? branch in (await sandbox.GetAsync($"{Branches}?pagelen=100&page=2")).Json["values"]!.AsArray())
        {
            string self = (string)branch!["links"]!["self"]!["href"]!;
            Answer answer = await sandbox.GetAsync(self[sandbox.Origin.Length..]);
            Assert.Equal((string?)branch["name"], (string?)answer.Json["name"]);
        }
    }

    [Fact]
    public async Task Branch_is_what_git_has()
    {
        JsonNode branch = (await sandbox.GetAsync("/2.0/repositories/demo/api/refs/branches/main")).Json;
        string path = sandbox.Server.RepositoryPath("demo", "api");
        string[] expected = (await Git.RunAsync(path, "log", "-1", "--format=%H%n%P%n%an <%ae>%n%ct", "main")).Split('\n');

        JsonNode target = branch["target"]!;
        Assert.Equal("branch", (string?)branch["type"]);
        Assert.Equal("commit", (string?)target["type"]);
        Assert.Equal(expected[0], (string?)target["hash"]);
        Assert.Equal(expected[1].Split(' '), target["parents"]!.AsArray().Select(parent => (string)parent!["hash"]!));
        Assert.Equal(expected[2], (string?)target["author"]!["raw"]);
        Assert.Equal(expected[3], DateTimeOffset.Parse((string)target["date"]!, null).ToUnixTimeSeconds().ToString(null, null));
        Assert.Equal("demo/api", (string?)target["repository"]!["full_name"]);
        Assert.EndsWith("+00:00", (string?)target["date"], StringComparison.Ordinal);
        Assert.Equal("merge_commit", (string?)branch["default_merge_strategy"]);
    }

    [Fact]
    public async Task Merge_has_two_parents()
    {
        JsonNode page = (await sandbox.GetAsync("/1.0/repositories/demo/api/branches")).Json;
        string merge = await sandboxMergeAsync();

        Assert.NotNull(page["main"]);
        await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "api"), "update-ref", "refs/heads/at-the-merge", merge);
        JsonNode branch = (await sandbox.GetAsync("/2.0/repositories/demo/api/refs/branches/at-the-merge")).Json;
        Assert.Equal(2, branch["target"]!["parents"]!.AsArray().Count);

        async Task<string> sandboxMergeAsync()
            => (await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "api"), "log", "--merges", "-1", "--format=%H", "main")).Trim();
    }

    [Fact]
    public async Task Change_by_git_is_seen_at_once()
    {
        string path = sandbox.Server.RepositoryPath("demo", "mobile-app");
        await Git.RunAsync(path, "branch", "made/by-git", "main");
        Answer there = await sandbox.GetAsync("/2.0/repositories/demo/mobile-app/refs/branches/made/by-git");
        await Git.RunAsync(path, "branch", "-D", "made/by-git");
        Answer gone = await sandbox.GetAsync("/2.0/repositories/demo/mobile-app/refs/branches/made/by-git");

        Assert.Equal(HttpStatusCode.OK, there.Status);
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("release")]
    [InlineData("feature/*")]
    [InlineData("-d")]
    [InlineData("..%2F..%2FHEAD")]
    [InlineData("main~1")]
    [InlineData("%40%7B-1%7D")]
    public async Task Name_of_no_branch_is_not_found(string name)
        => Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync($"{Branches}/{name}")).Status);

    [Theory]
    [InlineData("feature/a{b}")]
    [InlineData("%FF")]
    public async Task Path_that_is_not_encoded_is_a_bad_request(string name)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.GetAsync($"{Branches}/{name}")).Status);

    private async Task<string> ParseAsync(string name)
        => (await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "website"), "rev-parse", "refs/heads/" + name)).Trim();
}
