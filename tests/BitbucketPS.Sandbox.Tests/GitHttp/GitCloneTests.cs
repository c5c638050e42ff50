using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class GitCloneTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    [Theory]
    [InlineData("demo/website.git", "0")]
    [InlineData("demo/website.git", "1")]
    [InlineData("demo/website.git", "2")]
    [InlineData("demo/website", "2")]
    [InlineData("Demo/Website.git", "2")]
    public async Task Clone_has_every_branch(string path, string protocol)
    {
        string folder = Path.GetRandomFileName();

        await sandbox.Git.RunAsync("-c", "protocol.version=" + protocol, "clone", "--quiet", "--mirror", sandbox.Url(path), folder);

        string[] refs = (await sandbox.Git.RunAsync("-C", folder, "for-each-ref", "--format=%(objectname)%09%(refname)")).Split('\n');
        Assert.Equal(await sandbox.ApiBranchesAsync("website"), refs.Order(StringComparer.Ordinal));
        Assert.Equal("refs/heads/main", await sandbox.Git.RunAsync("-C", folder, "symbolic-ref", "HEAD"));
        await sandbox.Git.RunAsync("-C", folder, "fsck", "--full", "--strict");
    }

    [Fact]
    public async Task Repository_goes_by_its_uuid_too()
    {
        string uuid = Uri.EscapeDataString((string)(await sandbox.GetAsync("/2.0/repositories/demo/website")).Json["uuid"]!);

        Assert.NotEmpty(await sandbox.Git.RunAsync("ls-remote", sandbox.Url($"demo/{uuid}.git")));
    }

    [Fact]
    public async Task Link_of_the_api_can_be_cloned()
    {
        string href = (string)(await sandbox.GetAsync("/2.0/repositories/demo/api")).Json["links"]!["clone"]![0]!["href"]!;
        string password = Uri.EscapeDataString(sandbox.Server.ApiToken.Token);

        await sandbox.Git.RunAsync(
            "clone", "--quiet", href.Replace("demo@", $"demo:{password}@", StringComparison.Ordinal), Path.GetRandomFileName());
    }

    [Fact]
    public async Task Shallow_clone_can_be_deepened()
    {
        string folder = Path.GetRandomFileName();

        await sandbox.Git.RunAsync("clone", "--quiet", "--depth=2", "--branch=main", sandbox.Url("demo/api"), folder);

        Assert.Equal("2", await sandbox.Git.RunAsync("-C", folder, "rev-list", "--count", "HEAD"));
        await sandbox.Git.RunAsync("-C", folder, "fetch", "--quiet", "--unshallow");
        Assert.NotEqual("2", await sandbox.Git.RunAsync("-C", folder, "rev-list", "--count", "HEAD"));
    }

    [Fact]
    public async Task Branch_made_by_the_api_comes_with_the_next_fetch()
    {
        string folder = await sandbox.CloneAsync("mobile-app");

        await sandbox.PostAsync("/2.0/repositories/demo/mobile-app/refs/branches", """{"name":"made/by-api","target":{"hash":"main"}}""");
        await sandbox.Git.RunAsync("-C", folder, "fetch", "--quiet");

        Assert.Equal(
            await sandbox.Git.RunAsync("-C", folder, "rev-parse", "origin/main"),
            await sandbox.Git.RunAsync("-C", folder, "rev-parse", "origin/made/by-api"));
    }

    [Fact]
    public async Task Repository_made_by_the_api_can_be_cloned_and_pushed_to()
    {
        string folder = Path.GetRandomFileName();
        Answer made = await sandbox.PostAsync("/2.0/repositories/demo/made-by-api", """{"scm":"git","project":{"key":"WEB"}}""");

        await sandbox.Git.RunAsync("clone", "--quiet", sandbox.Url("demo/made-by-api.git"), folder);
        await sandbox.Git.CommitAsync(folder, "first.txt", [1, 2, 3]);
        await sandbox.Git.RunAsync("-C", folder, "push", "--quiet", "origin", "HEAD:refs/heads/main");

        string head = await sandbox.Git.RunAsync("-C", folder, "rev-parse", "HEAD");
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal([$"{head}\trefs/heads/main"], await sandbox.ApiBranchesAsync("made-by-api"));
        Assert.Equal("main", (string?)(await sandbox.GetAsync("/2.0/repositories/demo/made-by-api")).Json["mainbranch"]!["name"]);
    }

    [Fact]
    public async Task What_the_server_keeps_below_refs_is_not_shown()
    {
        string path = sandbox.Server.RepositoryPath("demo", "docs");
        await Git.RunAsync(path, "update-ref", "refs/pull-requests/1/from", "main");
        await Git.RunAsync(path, "update-ref", "refs/tags/shown", "main");

        string refs = await sandbox.Git.RunAsync("ls-remote", sandbox.Url("demo/docs"));

        Assert.Contains("HEAD", refs, StringComparison.Ordinal);
        Assert.Contains("refs/tags/shown", refs, StringComparison.Ordinal);
        Assert.DoesNotContain("pull-requests", refs, StringComparison.Ordinal);
    }
}
