using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What is read of a repository is what was written, whatever it is called.</summary>
public sealed class GitReadTests : IAsyncLifetime
{
    private readonly GitScratch _git = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _git.InitializeAsync();

    public ValueTask DisposeAsync() => _git.DisposeAsync();

    [Theory]
    [InlineData("plain.txt")]
    [InlineData("with space/ü \"quoted\" \\ back.txt")]
    [InlineData("-dash/*star?[x].txt")]
    [InlineData(":(top)magic.txt")]
    public async Task File_of_any_name_is_found_listed_and_compared(string path)
    {
        string first = await _git.CommitAsync("main", null, "other.txt=other\n");
        string second = await _git.CommitAsync("main", null, path + "=one\ntwo\n");

        GitTreeEntry entry = (await _git.Repository.FindEntryAsync(second, path, Token))!;
        IReadOnlyList<GitTreeEntry> all = await _git.Repository.ReadTreeAsync(second, "", 5, Token);
        GitDiffStat stat = Assert.Single(await _git.Repository.DiffStatAsync(first, second, GitDiffOptions.Usual with { Paths = [path] }, Token));
        IReadOnlyList<GitCommit> history = await _git.Repository.LogAsync(new([second]) { Path = path }, Token);

        Assert.Equal((8, "100644"), (entry.Size, entry.Mode));
        Assert.Contains(path, all.Select(item => item.Path));
        Assert.Equal(new GitDiffStat('A', 2, 0, null, path), stat);
        Assert.Equal([second], history.Select(commit => commit.Hash));
    }

    [Fact]
    public async Task Folder_lists_itself_to_the_depth_asked_for()
    {
        string hash = await _git.CommitAsync("main", null, "a/b/c.txt=c", "a/d.txt=d", "e.txt=e");

        Assert.Equal(["a", "e.txt"], Paths(await _git.Repository.ReadTreeAsync(hash, "", 1, Token)));
        Assert.Equal(["a", "a/b", "a/d.txt", "e.txt"], Paths(await _git.Repository.ReadTreeAsync(hash, "", 2, Token)));
        Assert.Equal(["a/b", "a/d.txt"], Paths(await _git.Repository.ReadTreeAsync(hash, "a", 1, Token)));
        Assert.Equal(["a/b", "a/b/c.txt", "a/d.txt"], Paths(await _git.Repository.ReadTreeAsync(hash, "a/", 2, Token)));
    }

    [Fact]
    public async Task Rename_is_one_change_and_history_follows_it()
    {
        string text = string.Concat(Enumerable.Range(0, 20).Select(line => $"line {line}\n"));
        string first = await _git.CommitAsync("main", null, "old.txt=" + text);
        string second = await _git.CommitAsync("main", null, "old.txt", "new.txt=" + text);

        GitDiffStat stat = Assert.Single(await _git.Repository.DiffStatAsync(first, second, GitDiffOptions.Usual, Token));
        IReadOnlyList<GitCommit> history = await _git.Repository.LogAsync(new([second]) { Path = "new.txt", FollowsRenames = true }, Token);

        Assert.Equal(new GitDiffStat('R', 0, 0, "old.txt", "new.txt"), stat);
        Assert.Equal([second, first], history.Select(commit => commit.Hash));
        Assert.Equal(2, (await _git.Repository.DiffStatAsync(first, second, GitDiffOptions.Usual with { FindsRenames = false }, Token)).Count);
    }

    [Fact]
    public async Task Folder_takes_the_place_of_a_file_and_the_other_way_round()
    {
        string file = await _git.CommitAsync("main", null, "a=one", "b/c=two");
        string folder = await _git.CommitAsync("main", null, "a/in=deep", "b=flat", "a", "b/c");

        Assert.Equal(["a", "b", "b/c"], Paths(await _git.Repository.ReadTreeAsync(file, "", 2, Token)));
        Assert.Equal(["a", "a/in", "b"], Paths(await _git.Repository.ReadTreeAsync(folder, "", 2, Token)));
        Assert.Equal("deep", await _git.ReadAsync(folder, "a/in"));
    }

    [Fact]
    public async Task Tags_are_light_or_have_an_object()
    {
        string hash = await _git.CommitAsync("main", null, "a.txt=a");

        await _git.Repository.CreateTagAsync("light", hash, message: null, _git.Asha, Token);
        await _git.Repository.CreateTagAsync("v1.0/größe", hash, "First\n\nwith lines", _git.Asha, Token);

        GitTag light = (await _git.Repository.FindTagAsync("light", Token))!;
        GitTag annotated = (await _git.Repository.FindTagAsync("v1.0/größe", Token))!;
        Assert.Equal((hash, null), (light.Target.Hash, light.Message));
        Assert.Equal((hash, "First\n\nwith lines", "Asha Rao"), (annotated.Target.Hash, annotated.Message!.Trim(), annotated.TaggerName));
        Assert.Equal(_git.Asha.Date, annotated.Date);
        Assert.Equal(RefCreation.AlreadyExists, await _git.Repository.CreateTagAsync("light", hash, null, _git.Asha, Token));
        Assert.True(await _git.Repository.DeleteTagAsync("light", Token));
        Assert.Null(await _git.Repository.FindTagAsync("light", Token));
    }

    [Fact]
    public async Task Change_from_outside_is_seen_at_once()
    {
        string hash = await _git.CommitAsync("main", null, "a.txt=a");
        for (int i = 0; i < 20; i++)
        {
            string name = $"topic/{i}";
            await GitCommand.RunOrThrowAsync([$"--git-dir={_git.Repository.Path}", "update-ref", $"refs/heads/{name}", hash], null, Token);

            Assert.Equal(i + 2, (await _git.Repository.ListBranchesAsync(Token)).Count);
            Assert.Equal(hash, await _git.Repository.ResolveAsync(name, Token));
        }
    }

    [Fact]
    public async Task Fork_has_everything_and_goes_its_own_way()
    {
        string hash = await _git.CommitAsync("main", null, "a.txt=a");
        GitRepository fork = new(Path.Combine(_git.Folder, "fork.git"));

        await _git.Repository.ForkAsync(fork.Path, Token);
        string there = await fork.WriteFilesAsync(hash, [new("b.txt", Encoding.UTF8.GetBytes("b"))], _git.Asha, _git.Asha, "In the fork\n", Token);
        await fork.CreateBranchAsync("topic", there, Token);
        await _git.Repository.FetchFromAsync(fork, "topic", "pullrequests/1/from", Token);

        Assert.Equal("main", await fork.ReadMainBranchAsync(Token));
        Assert.Equal("b", await _git.ReadAsync(there, "b.txt"));
        Assert.Equal(["main"], (await _git.Repository.ListBranchesAsync(Token)).Select(branch => branch.Name));
        Assert.Equal(hash, await _git.Repository.MergeBaseAsync(hash, there, Token));
    }

    [Fact]
    public async Task Diff_and_patch_are_those_of_git()
    {
        string first = await _git.CommitAsync("main", null, "a.txt=one\n");
        string second = await _git.CommitAsync("main", null, "a.txt=two\n", "run.sh=#!/bin/sh\n");

        string diff = Encoding.UTF8.GetString(await _git.Repository.DiffAsync(first, second, GitDiffOptions.Usual with { Paths = ["a.txt"] }, Token));
        string patch = Encoding.UTF8.GetString(await _git.Repository.PatchAsync(first, second, Token));
        string root = Encoding.UTF8.GetString(
            await _git.Repository.DiffAsync(await _git.Repository.ReadBeforeAsync(first, Token), first, GitDiffOptions.Usual, Token));

        Assert.StartsWith("diff --git a/a.txt b/a.txt\n", diff, StringComparison.Ordinal);
        Assert.Contains("-one\n+two\n", diff, StringComparison.Ordinal);
        Assert.DoesNotContain("run.sh", diff, StringComparison.Ordinal);
        Assert.Contains("Subject: [PATCH] Commit 2", patch, StringComparison.Ordinal);
        Assert.Contains("+one\n", root, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Paths(IEnumerable<GitTreeEntry> entries) => entries.Select(entry => entry.Path);
}
