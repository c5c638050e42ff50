using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class SeedTests
{
    [Fact]
    public async Task Numbers_are_what_was_asked_for()
    {
        await using SandboxFixture sandbox = await StartAsync("repositories=7,branches=40,pullrequests=23,users=9");
        JsonNode[] repositories = [.. (await sandbox.GetAsync("/2.0/repositories/demo?pagelen=100&q=project.key%20%3D%20%22TEAM1%22")).Json["values"]!.AsArray()!];
        int branches = 0;
        int pullRequests = 0;
        foreach (string slug in repositories.Select(repository => (string)repository["slug"]!))
        {
            branches += await SizeAsync(sandbox, $"/2.0/repositories/demo/{slug}/refs/branches");
            pullRequests += await SizeAsync(sandbox, $"/2.0/repositories/demo/{slug}/pullrequests?state=OPEN&state=MERGED&state=DECLINED");
        }

        Assert.Equal((7, 40, 23), (repositories.Length, branches, pullRequests));
        Assert.Equal(6 + 9, await SizeAsync(sandbox, "/2.0/workspaces/demo/members"));
    }

    [Fact]
    public async Task Many_pull_requests_are_real_ones()
    {
        await using SandboxFixture sandbox = await StartAsync("repositories=1,branches=8,pullrequests=9");
        string list = "/2.0/repositories/demo/search-0001/pullrequests";
        JsonNode[] all = [.. (await sandbox.GetAsync(list + "?state=OPEN&state=MERGED&state=DECLINED&pagelen=50")).Json["values"]!.AsArray()!];
        int open = (int)all.First(item => (string?)item["state"] is "OPEN")["id"]!;
        Answer merged = await sandbox.PostAsync($"{list}/{open}/merge", "{}");
        string hash = (string)all.First(item => (string?)item["state"] is "MERGED")["merge_commit"]!["hash"]!;

        Assert.Equal(["DECLINED", "MERGED", "OPEN"], all.Select(item => (string)item["state"]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.OK, merged.Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync($"/2.0/repositories/demo/search-0001/commit/{hash}")).Status);
        Assert.Equal("", await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "search-0001"), "fsck", "--full", "--no-dangling"));
    }

    [Fact]
    public async Task Same_numbers_make_the_same_data()
    {
        await using SandboxFixture first = await StartAsync("repositories=2,branches=9,pullrequests=3");
        await using SandboxFixture second = await StartAsync("repositories=2,branches=9,pullrequests=3");

        Assert.Equal(
            await Git.RunAsync(first.Server.RepositoryPath("demo", "mail-0002"), "for-each-ref"),
            await Git.RunAsync(second.Server.RepositoryPath("demo", "mail-0002"), "for-each-ref"));
    }

    [Fact]
    public async Task Empty_has_people_and_projects_and_takes_a_repository()
    {
        await using SandboxFixture sandbox = await StartAsync("empty");

        Assert.Empty((await sandbox.GetAsync("/2.0/repositories/demo")).Json["values"]!.AsArray());
        Assert.Equal(6, await SizeAsync(sandbox, "/2.0/workspaces/demo/members"));
        Assert.Equal(HttpStatusCode.OK, (await sandbox.PostAsync("/2.0/repositories/demo/first", "{}")).Status);
    }

    [Theory]
    [InlineData("huge")]
    [InlineData("size=huge")]
    [InlineData("repositories")]
    [InlineData("repositories=many")]
    [InlineData("repositories=-1")]
    [InlineData("repositories=1000001")]
    [InlineData("branches=5")]
    public void Bad_seed_is_refused(string text)
        => Assert.StartsWith("--seed ", Assert.Throws<FormatException>(() => SandboxSeed.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Large_is_as_large_as_it_says()
        => Assert.Equal((1000, 100_000, 20_000, 500), (SandboxSeed.Large.Repositories, SandboxSeed.Large.Branches, SandboxSeed.Large.PullRequests, SandboxSeed.Large.Users));

    private static async Task<SandboxFixture> StartAsync(string seed)
    {
        SandboxFixture sandbox = new() { Options = new() { Seed = SandboxSeed.Parse(seed) } };
        await sandbox.InitializeAsync();
        return sandbox;
    }

    private static async Task<int> SizeAsync(SandboxFixture sandbox, string target) => (int)(await sandbox.GetAsync(target)).Json["size"]!;
}
