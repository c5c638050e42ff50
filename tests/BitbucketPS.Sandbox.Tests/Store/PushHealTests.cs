using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class PushHealTests : IDisposable
{
    private readonly DataFolderFixture _data = new();
    private readonly GitClient _git = new();

    public void Dispose()
    {
        _git.Dispose();
        _data.Dispose();
    }

    [Theory]
    [InlineData("--no-ff")]
    [InlineData("--ff-only")]
    public async Task Merge_by_a_push_that_was_not_written_down_is_settled(string how)
    {
        string path = "", repository = "";
        await _data.RunAsync(async sandbox =>
        {
            repository = sandbox.Server.RepositoryPath("demo", "api");
            path = await OpenAsync(sandbox);
            await _git.RunAsync("clone", "--quiet", "--branch", "into", repository, "clone");
            string address = sandbox.Origin.Replace("://", $"://x-token-auth:{sandbox.Bearer["Bearer ".Length..]}@", StringComparison.Ordinal);
            await _git.RunAsync("-C", "clone", "push", "--quiet", $"{address}/demo/api.git", "HEAD:refs/heads/pushed");
        });

        // As a crash in the next push leaves it: git has moved, and the state says nothing of it.
        await _git.RunAsync("-C", "clone", "merge", "--quiet", how, "-m", "Merged", "origin/topic");
        await _git.RunAsync("-C", "clone", "push", "--quiet", "origin", "into");
        string head = await _git.RunAsync("-C", "clone", "rev-parse", "HEAD");

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

    private static async Task<string> OpenAsync(SandboxFixture sandbox)
    {
        await sandbox.PostAsync("/2.0/repositories/demo/api/refs/branches", """{"name": "into", "target": {"hash": "main"}}""");
        using MultipartFormDataContent form = new() { { new StringContent("topic"), "branch" }, { new StringContent("new"), "new.md", "new.md" } };
        await sandbox.SendAsync("POST", "/2.0/repositories/demo/api/src", sandbox.Bearer, form);
        Answer opened = await sandbox.PostAsync(
            "/2.0/repositories/demo/api/pullrequests",
            """{"title": "T", "source": {"branch": {"name": "topic"}}, "destination": {"branch": {"name": "into"}}}""");
        return $"/2.0/repositories/demo/api/pullrequests/{opened.Json["id"]}";
    }
}
