namespace BitbucketPS.Sandbox.Tests;

/// <summary>What became of a file, commit by commit, and what one commit is by itself.</summary>
public sealed class GitHistoryTests : IAsyncLifetime
{
    private readonly GitScratch _git = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _git.InitializeAsync();

    public ValueTask DisposeAsync() => _git.DisposeAsync();

    [Fact]
    public async Task Renamed_file_has_the_name_and_size_that_it_had()
    {
        string text = string.Concat(Enumerable.Range(0, 20).Select(line => $"line {line}\n"));
        string first = await _git.CommitAsync("main", null, "old \"é\".txt=" + text);
        string second = await _git.CommitAsync("main", null, "old \"é\".txt", "new.txt=" + text);
        string third = await _git.CommitAsync("main", null, "new.txt=" + text + "more\n");

        Assert.Equal(
            [(third, "new.txt", text.Length + 5), (second, "new.txt", text.Length), (first, "old \"é\".txt", text.Length)],
            await HistoryAsync(third, "new.txt", followsRenames: true));
        Assert.Equal(
            [(third, "new.txt", text.Length + 5), (second, "new.txt", text.Length)],
            await HistoryAsync(third, "new.txt", followsRenames: false));
    }

    [Fact]
    public async Task File_that_was_gone_for_a_time_had_no_content_then()
    {
        string first = await _git.CommitAsync("main", null, "a.txt=first", "b.txt=b");
        string second = await _git.CommitAsync("main", null, "a.txt");
        string third = await _git.CommitAsync("main", null, "a.txt=again, and longer");

        Assert.Equal(
            [(third, "a.txt", 17), (second, "a.txt", null), (first, "a.txt", 5)], await HistoryAsync(third, "a.txt", followsRenames: true));
    }

    [Fact]
    public async Task Merge_that_settled_a_conflict_shows_what_came_of_it()
    {
        string start = await _git.CommitAsync("main", null, "a.txt=one");
        string left = await _git.CommitAsync("main", null, "a.txt=left");
        string right = await _git.CommitAsync("side", start, "a.txt=right!");
        string merge = await MergeAsync(left, right, "a.txt", "both sides");

        Assert.Contains((merge, "a.txt", 10), await HistoryAsync(merge, "a.txt", followsRenames: false));
    }

    [Fact]
    public async Task File_that_differs_in_white_space_only_counts_for_no_other()
    {
        string first = await _git.CommitAsync("main", null, "a.txt=one  two\n", "b.txt=one\n", "c.txt=gone\n");
        string second = await _git.CommitAsync("main", null, "a.txt=one two\n", "b.txt=one\ntwo\nthree\n", "c.txt");

        IReadOnlyList<GitDiffStat> stats = await _git.Repository.DiffStatAsync(
            first, second, GitDiffOptions.Usual with { IgnoresWhitespace = true }, Token);

        Assert.Equal([new('M', 2, 0, "b.txt", "b.txt"), new('D', 0, 1, "c.txt", null)], stats);
    }

    [Fact]
    public async Task Patch_of_a_merge_is_what_it_brought_to_its_first_parent()
    {
        string start = await _git.CommitAsync("main", null, "a.txt=one\n");
        string left = await _git.CommitAsync("main", null, "left.txt=left\n");
        string right = await _git.CommitAsync("side", start, "right.txt=right\n");
        string merge = await MergeAsync(left, right, "right.txt", "right\n");

        string patch = System.Text.Encoding.UTF8.GetString(await _git.Repository.PatchAsync(merge, Token));

        Assert.StartsWith($"From {merge} ", patch, StringComparison.Ordinal);
        Assert.Contains("Subject: [PATCH] Merge\n", patch, StringComparison.Ordinal);
        Assert.Contains("+right\n", patch, StringComparison.Ordinal);
        Assert.DoesNotContain("left.txt", patch, StringComparison.Ordinal);
    }

    private async Task<(string Hash, string Path, int? Size)[]> HistoryAsync(string from, string path, bool followsRenames)
    {
        GitLogQuery query = new([from]) { Path = path, FollowsRenames = followsRenames };
        return [.. (await _git.Repository.ReadFileHistoryAsync(query, Token))
            .Select(version => (version.Commit.Hash, version.File.Path, (int?)version.File.Size))];
    }

    // A merge with a file as somebody wrote it by hand.
    private async Task<string> MergeAsync(string left, string right, string path, string content)
    {
        string with = await _git.Repository.WriteFilesAsync(
            left, [new(path, System.Text.Encoding.UTF8.GetBytes(content))], _git.Asha, _git.Asha, "By hand\n", Token);
        GitResult result = await GitCommand.RunOrThrowAsync(
            [
                "-c", "user.name=Asha", "-c", "user.email=asha@example.org", $"--git-dir={_git.Repository.Path}",
                "commit-tree", "-p", left, "-p", right, "-m", "Merge", $"{with}^{{tree}}",
            ],
            writeInput: null,
            Token);
        return result.Text.Trim();
    }
}
