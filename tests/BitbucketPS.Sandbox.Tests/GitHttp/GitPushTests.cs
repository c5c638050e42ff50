using System.Security.Cryptography;

namespace BitbucketPS.Sandbox.Tests;

public class GitPushTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    public async Task Push_is_there_for_the_api(string protocol)
    {
        string clone = await sandbox.CloneAsync("website");
        await sandbox.Git.CommitAsync(clone, $"{protocol}.txt", [1, 2, 3]);

        await PushAsync(clone, "-c", "protocol.version=" + protocol, "push", "--quiet", "origin", "HEAD:main", "HEAD:refs/heads/größe/v" + protocol);

        string head = await sandbox.Git.RunAsync("-C", clone, "rev-parse", "HEAD");
        string[] branches = await sandbox.ApiBranchesAsync("website");
        Assert.Contains(head + "\trefs/heads/main", branches);
        Assert.Contains($"{head}\trefs/heads/größe/v{protocol}", branches);
        Assert.Equal(branches, await sandbox.GitBranchesAsync("website"));
    }

    [Fact]
    public async Task Push_of_megabytes_arrives_whole()
    {
        string clone = await sandbox.CloneAsync("api");
        byte[] content = RandomNumberGenerator.GetBytes(6 * 1024 * 1024);
        await sandbox.Git.CommitAsync(clone, "large.bin", content);

        await PushAsync(clone, "push", "--quiet", "origin", "HEAD:large");
        string second = await sandbox.CloneAsync("api");
        await sandbox.Git.RunAsync("-C", second, "checkout", "--quiet", "large");

        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(sandbox.Git.Folder, second, "large.bin"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Forced_push_and_deletion_work()
    {
        string clone = await sandbox.CloneAsync("api");
        await PushAsync(clone, "push", "--quiet", "origin", "origin/main:refs/heads/moving");

        await PushAsync(clone, "push", "--quiet", "--force", "origin", "origin/main~3:refs/heads/moving");
        Assert.Contains(await sandbox.ApiBranchesAsync("api"), branch => branch.EndsWith("/moving", StringComparison.Ordinal));
        await PushAsync(clone, "push", "--quiet", "--delete", "origin", "moving");

        Assert.DoesNotContain(await sandbox.ApiBranchesAsync("api"), branch => branch.EndsWith("/moving", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Main_branch_cannot_be_deleted()
    {
        string clone = await sandbox.CloneAsync("api");

        string error = await sandbox.Git.FailAsync("-C", clone, "push", "--delete", "origin", "main");

        Assert.Contains("remote rejected", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_counts_as_an_update_and_a_refused_one_does_not()
    {
        string clone = await sandbox.CloneAsync("docs");
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        string before = await UpdatedOnAsync();

        await sandbox.Git.FailAsync("-C", clone, "push", "origin", "HEAD:refs/pull-requests/7/from");
        Assert.Equal(before, await UpdatedOnAsync());
        await PushAsync(clone, "push", "--quiet", "origin", "HEAD:refs/heads/updated");

        Assert.NotEqual(before, await UpdatedOnAsync());
    }

    [Theory]
    [InlineData("refs/pull-requests/7/from")]
    [InlineData("refs/hidden")]
    public async Task Refs_of_the_server_cannot_be_pushed(string name)
    {
        string clone = await sandbox.CloneAsync("api");

        string error = await sandbox.Git.FailAsync("-C", clone, "push", "origin", "HEAD:" + name);

        Assert.Contains("deny updating a hidden ref", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_and_notes_can_be_pushed()
    {
        string clone = await sandbox.CloneAsync("api");

        await PushAsync(clone, "push", "--quiet", "origin", "HEAD:refs/tags/v1", "HEAD:refs/notes/commits");

        Assert.Contains("refs/tags/v1", await sandbox.Git.RunAsync("ls-remote", sandbox.Url("demo/api")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_only_token_cannot_push()
    {
        string clone = await sandbox.CloneAsync("api");
        string url = sandbox.Url("demo/api.git", "x-token-auth", sandbox.AccessToken("repository"));

        string error = await sandbox.Git.FailAsync("-C", clone, "push", url, "HEAD:refs/heads/refused");

        Assert.Contains("remote: Your credentials lack one or more required privilege scopes: repository:write.", error, StringComparison.Ordinal);
        Assert.DoesNotContain(await sandbox.ApiBranchesAsync("api"), branch => branch.EndsWith("/refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_pushes_without_a_credential()
    {
        string clone = await sandbox.CloneAsync("docs");

        string error = await sandbox.Git.FailAsync("-C", clone, "push", sandbox.Url("demo/docs.git", user: null), "HEAD:refs/heads/refused");

        Assert.Contains("could not read Username", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hooks_of_a_repository_do_not_run()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The hook is a Unix script.");
            return;
        }

        string hooks = Directory.CreateDirectory(Path.Combine(sandbox.Server.RepositoryPath("demo", "mobile-app"), "hooks")).FullName;
        string hook = Path.Combine(hooks, "pre-receive");
        await File.WriteAllTextAsync(hook, "#!/bin/sh\nexit 1\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string clone = await sandbox.CloneAsync("mobile-app");

        await PushAsync(clone, "push", "--quiet", "origin", "HEAD:refs/heads/past-the-hook");

        Assert.Equal(await sandbox.ApiBranchesAsync("mobile-app"), await sandbox.GitBranchesAsync("mobile-app"));
    }

    [Theory]
    [InlineData("no people")]
    [InlineData("author A <a@b> 1 +0000\ncommitter A <a@b> 99999999999999999 +0000")]
    [InlineData("author A <a@b> 1 +0000\ncommitter A <a@b> 99999999999999999999999 +0000")]
    [InlineData("author A <a@b> 1 +0000\ncommitter A <a@b> -99999999999999999 +0000")]
    public async Task Commit_that_is_hardly_one_does_not_break_the_api(string people)
    {
        string clone = await sandbox.CloneAsync("docs");
        string tree = await sandbox.Git.RunAsync("-C", clone, "rev-parse", "HEAD^{tree}");
        await File.WriteAllTextAsync(
            Path.Combine(sandbox.Git.Folder, clone, "commit"), $"tree {tree}\n{people}\n\nodd\n", TestContext.Current.CancellationToken);
        string commit = await sandbox.Git.RunAsync("-C", clone, "hash-object", "-t", "commit", "-w", "--literally", "commit");

        await PushAsync(clone, "push", "--quiet", "--force", "origin", commit + ":refs/heads/odd");

        Assert.Contains(commit + "\trefs/heads/odd", await sandbox.ApiBranchesAsync("docs"));
    }

    private Task<string> PushAsync(string clone, params string[] arguments) => sandbox.Git.RunAsync(["-C", clone, .. arguments]);

    private async Task<string> UpdatedOnAsync() => (string)(await sandbox.GetAsync("/2.0/repositories/demo/docs")).Json["updated_on"]!;
}
