using System.Net;

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

    private string GitRoot => Directory.GetDirectories(_data.Path, "sandbox-git-*").Single();
}
