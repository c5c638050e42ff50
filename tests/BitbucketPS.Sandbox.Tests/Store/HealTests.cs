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

    [Theory]
    [InlineData(false, "topic")]
    [InlineData(true, "main")]
    public async Task What_moved_is_where_it_was_unless_its_change_was_written_down(bool isWritten, string expected)
    {
        string repository = "", topic = "", main = "";
        await _data.RunAsync(async sandbox =>
        {
            repository = sandbox.Server.RepositoryPath("demo", "api");
            main = await HashAsync(repository, "main");
            topic = await HashAsync(repository, "main~1");
            await sandbox.PostAsync("/2.0/repositories/demo/api/refs/branches", $$$"""{"name": "moved", "target": {"hash": "{{{topic}}}"}}""");
        });

        // As a process that is killed leaves it: git has moved, and the file says so.
        string change = isWritten ? LastChange() : "another";
        RefMove[] moves = [new(Relative(repository), "refs/heads/moved", topic, main), new(Relative(repository), "refs/heads/new", Zeros, main)];
        await Git.RunAsync(repository, "update-ref", "refs/heads/moved", main);
        await Git.RunAsync(repository, "update-ref", "refs/heads/new", main);
        await File.WriteAllTextAsync(
            Path.Combine(_data.Path, RefUndo.FileName), $"{change}\n{string.Concat<RefMove>(moves)}half", TestContext.Current.CancellationToken);

        await _data.RunAsync(async sandbox =>
        {
            Assert.Equal(expected is "main" ? main : topic, await HashAsync(repository, "moved"));
            Assert.Equal(isWritten, (await sandbox.GetAsync("/2.0/repositories/demo/api/refs/branches")).Names.Contains("new"));
        });
        Assert.False(File.Exists(Path.Combine(_data.Path, RefUndo.FileName)));
    }

    [Fact]
    public async Task Locks_that_a_killed_git_left_keep_nobody_out()
    {
        string repository = "";
        await _data.RunAsync(sandbox => Task.FromResult(repository = sandbox.Server.RepositoryPath("demo", "api")));
        string scratch = Directory.CreateDirectory(Path.Combine(repository, "refs", "sandbox", "scratch")).FullName;
        await Git.RunAsync(repository, "update-ref", "refs/sandbox/scratch/one", "main");
        string[] locks = [Path.Combine(repository, "refs", "heads", "develop.lock"), Path.Combine(repository, "packed-refs.lock")];
        foreach (string path in locks)
        {
            await File.WriteAllTextAsync(path, "", TestContext.Current.CancellationToken);
        }

        await _data.RunAsync(async sandbox =>
        {
            Answer written = await sandbox.SendAsync(
                "POST", "/2.0/repositories/demo/api/src", sandbox.Bearer, SandboxFixture.Form("branch=develop&a.txt=a"));
            Assert.Equal(HttpStatusCode.Created, written.Status);
        });
        Assert.DoesNotContain(locks, File.Exists);
        Assert.False(File.Exists(Path.Combine(scratch, "one")));
    }

    private static string Zeros => new('0', 40);

    private static async Task<string> HashAsync(string repository, string revision) => (await Git.RunAsync(repository, "rev-parse", revision)).Trim();

    private string LastChange()
    {
        using FileJournal journal = new(_data.Path);
        return RefChange.Find(new(journal.Load(), canChange: false))!.Change;
    }

    private string Relative(string repository) => Path.GetRelativePath(_data.Path, repository);

    private string GitRoot => Directory.GetDirectories(_data.Path, "sandbox-git-*").Single();
}
