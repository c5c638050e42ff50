namespace BitbucketPS.Sandbox.Tests;

/// <summary>Every strategy, as git itself sees its result.</summary>
public sealed class GitMergeTests : IAsyncLifetime
{
    private readonly GitScratch _git = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _git.InitializeAsync();

    public ValueTask DisposeAsync() => _git.DisposeAsync();

    [Theory]
    [InlineData("MergeCommit", 2, "Merge it")]
    [InlineData("Squash", 1, "Merge it")]
    [InlineData("RebaseFastForward", 1, "Commit 4")]
    [InlineData("RebaseMerge", 2, "Merge it")]
    public async Task Diverged_branches_are_joined(string strategy, int parents, string subject)
    {
        string source = await DivergeAsync();

        GitMergeResult result = await MergeAsync(source, strategy);

        GitBranch main = (await _git.Repository.FindBranchAsync("main", Token))!;
        Assert.Equal(result.Hash, main.Target.Hash);
        Assert.Equal(parents, main.Target.Parents.Count);
        Assert.Equal(subject, main.Target.Message.Trim());
        Assert.Equal(("base\n", "ours\n", "two\n"), (await _git.ReadAsync("main", "base.txt"), await _git.ReadAsync("main", "ours.txt"), await _git.ReadAsync("main", "theirs.txt")));
    }

    [Theory]
    [InlineData("FastForward")]
    [InlineData("SquashFastForward")]
    public async Task Diverged_branches_cannot_be_fast_forwarded(string strategy)
    {
        string source = await DivergeAsync();
        string before = (await _git.Repository.FindBranchAsync("main", Token))!.Target.Hash;

        GitMergeResult result = await MergeAsync(source, strategy);

        Assert.True(result.IsBehind);
        Assert.Null(result.Hash);
        Assert.Equal(before, (await _git.Repository.FindBranchAsync("main", Token))!.Target.Hash);
    }

    [Theory]
    [InlineData("FastForward", true)]
    [InlineData("SquashFastForward", false)]
    public async Task Branch_that_is_behind_is_moved(string strategy, bool isSame)
    {
        await _git.CommitAsync("main", null, "base.txt=base\n");
        string source = await BranchAsync("one.txt=one\n", "two.txt=two\n");

        GitMergeResult result = await MergeAsync(source, strategy);

        Assert.Equal(isSame, string.Equals(result.Hash, source, StringComparison.Ordinal));
        Assert.Equal("two\n", await _git.ReadAsync("main", "two.txt"));
        Assert.Single((await _git.Repository.FindBranchAsync("main", Token))!.Target.Parents);
    }

    [Theory]
    [InlineData("MergeCommit")]
    [InlineData("Squash")]
    [InlineData("RebaseFastForward")]
    [InlineData("RebaseMerge")]
    public async Task Conflict_moves_nothing_and_names_the_files(string strategy)
    {
        await _git.CommitAsync("main", null, "größe.txt=base\n", "other.txt=other\n");
        string source = await BranchAsync("größe.txt=theirs\n");
        string main = await _git.CommitAsync("main", null, "größe.txt=ours\n");

        GitMergeResult result = await MergeAsync(source, strategy);

        Assert.Null(result.Hash);
        Assert.Equal(["größe.txt"], result.Conflicts);
        Assert.Equal(["größe.txt"], await _git.Repository.FindConflictsAsync(main, source, Token));
        Assert.Equal(main, (await _git.Repository.FindBranchAsync("main", Token))!.Target.Hash);
    }

    [Fact]
    public async Task Rebased_commits_keep_their_authors_and_order()
    {
        string source = await DivergeAsync();

        await MergeAsync(source, "RebaseFastForward");

        IReadOnlyList<GitCommit> log = await _git.Repository.LogAsync(new([(await _git.Repository.ResolveAsync("main", Token))!]), Token);
        Assert.Equal(["Commit 4", "Commit 3", "Commit 2", "Commit 1"], log.Select(commit => commit.Message.Trim()));
        Assert.Equal(("Asha Rao", "Mei"), (log[0].AuthorName, log[0].CommitterName));
    }

    private Task<GitMergeResult> MergeAsync(string source, string strategy)
        => _git.Repository.MergeAsync(
            new("main", source, Enum.Parse<GitMergeStrategy>(strategy), "Merge it", new("Mei", "mei@example.org", DateTimeOffset.UnixEpoch)), Token);

    private async Task<string> DivergeAsync()
    {
        string start = await _git.CommitAsync("main", null, "base.txt=base\n");
        await _git.CommitAsync("main", null, "ours.txt=ours\n");
        await _git.CommitAsync("topic", start, "theirs.txt=one\n");
        return await _git.CommitAsync("topic", null, "theirs.txt=two\n");
    }

    private async Task<string> BranchAsync(params string[] files)
    {
        string tip = (await _git.Repository.ResolveAsync("main", Token))!;
        foreach (string file in files)
        {
            tip = await _git.CommitAsync("topic", tip, file);
        }

        return tip;
    }
}
