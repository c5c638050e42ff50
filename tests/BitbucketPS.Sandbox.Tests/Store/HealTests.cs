using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class HealTests : IDisposable
{
    private readonly DataFolderFixture _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_was_deleted_by_a_request_that_was_not_written_down_is_put_back()
    {
        string snippet = "";
        await _data.RunAsync(async sandbox =>
        {
            using MultipartFormDataContent files = new() { { new StringContent("hello"), "file", "hello.txt" } };
            snippet = (string)(await sandbox.SendAsync("POST", "/2.0/snippets/demo", sandbox.Bearer, files)).Json["id"]!;
        });

        // As a crash leaves it: git has moved, and the state says nothing of it.
        string aside = Directory.CreateDirectory(Path.Combine(GitRoot, ".deleted")).FullName;
        Directory.Move(Path.Combine(GitRoot, ".snippets", $"{snippet}.git"), Path.Combine(aside, $".snippets+{snippet}.git"));
        Directory.Move(Path.Combine(GitRoot, "demo", "docs.git"), Path.Combine(aside, "demo+docs.git"));

        await _data.RunAsync(async sandbox =>
        {
            Assert.Contains("hello.txt", (await sandbox.GetAsync($"/2.0/snippets/demo/{snippet}")).Text, StringComparison.Ordinal);
            Assert.Contains("main", (await sandbox.GetAsync("/2.0/repositories/demo/docs/refs/branches")).Names);
        });
        Assert.False(Directory.Exists(aside));
    }

    [Fact]
    public async Task Repository_that_is_gone_is_empty_and_one_too_many_is_put_aside()
    {
        await _data.RunAsync(_ => Task.CompletedTask);
        Directory.Move(Path.Combine(GitRoot, "demo", "docs.git"), Path.Combine(GitRoot, "demo", "nobody.git"));

        await _data.RunAsync(async sandbox =>
        {
            Answer branches = await sandbox.GetAsync("/2.0/repositories/demo/docs/refs/branches");

            Assert.Equal(HttpStatusCode.OK, branches.Status);
            Assert.Empty(branches.Names);
        });
        Assert.StartsWith("nobody.git", Path.GetFileName(Directory.GetDirectories(Path.Combine(GitRoot, ".orphans")).Single()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--no-ff")]
    [InlineData("--ff-only")]
    public async Task Merge_that_was_not_written_down_is_settled(string how)
    {
        using GitClient git = new();
        string path = "";
        await _data.RunAsync(async sandbox =>
        {
            await sandbox.PostAsync("/2.0/repositories/demo/api/refs/branches", """{"name": "into", "target": {"hash": "main"}}""");
            using MultipartFormDataContent form = new() { { new StringContent("topic"), "branch" }, { new StringContent("new"), "new.md", "new.md" } };
            await sandbox.SendAsync("POST", "/2.0/repositories/demo/api/src", sandbox.Bearer, form);
            Answer opened = await sandbox.PostAsync(
                "/2.0/repositories/demo/api/pullrequests",
                """{"title": "T", "source": {"branch": {"name": "topic"}}, "destination": {"branch": {"name": "into"}}}""");
            path = $"/2.0/repositories/demo/api/pullrequests/{opened.Json["id"]}";
        });

        // As a crash leaves it: git has moved, and the state says nothing of it.
        await git.RunAsync("clone", "--quiet", "--branch", "into", Path.Combine(GitRoot, "demo", "api.git"), "clone");
        await git.RunAsync("-C", "clone", "merge", "--quiet", how, "-m", "Merged", "origin/topic");
        await git.RunAsync("-C", "clone", "push", "--quiet", "origin", "into");
        string head = await git.RunAsync("-C", "clone", "rev-parse", "HEAD");

        for (int start = 0; start < 2; start++)
        {
            await _data.RunAsync(async sandbox =>
            {
                JsonNode merged = (await sandbox.GetAsync(path)).Json;

                Assert.Equal(("MERGED", head[..12]), ((string?)merged["state"], (string?)merged["merge_commit"]!["hash"]));
                Assert.Equal(PullRequestFixture.Uuid("demo"), (string?)merged["closed_by"]!["uuid"]);
                Assert.Single((await sandbox.GetAsync(path + "/commits")).Json["values"]!.AsArray());
            });
        }
    }

    private string GitRoot => Directory.GetDirectories(_data.Path, "sandbox-git-*").Single();
}
