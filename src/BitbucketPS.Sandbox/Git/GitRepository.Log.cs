using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <content>Commits and how they hang together.</content>
internal sealed partial class GitRepository
{
    /// <summary>The commit that a branch, a tag, a full or an abbreviated hash or <c>HEAD</c> means; null if it means none.</summary>
    public async Task<string?> ResolveAsync(string revision, CancellationToken cancellationToken)
    {
        string name = revision is "HEAD" ? await ReadMainBranchAsync(cancellationToken) : revision;
        RefList refs = await _refs.GetAsync(cancellationToken);
        return refs.FindBranch(name)?.Target.Hash ?? refs.FindTag(name)?.Target.Hash ?? await ResolveHashAsync(name, cancellationToken);
    }

    /// <summary>One commit by its full hash.</summary>
    public async Task<GitCommit> ReadCommitAsync(string hash, CancellationToken cancellationToken)
        => (await LogAsync(new([hash]) { Limit = 1 }, cancellationToken))[0];

    /// <summary>Commits, the newest first.</summary>
    public async Task<IReadOnlyList<GitCommit>> LogAsync(GitLogQuery query, CancellationToken cancellationToken)
    {
        if (GitPath.Clean(query.Path ?? "") is not { } path)
        {
            return [];
        }

        if (query.Include.Count == 0)
        {
            // git would take nothing for HEAD.
            return [];
        }

        string[] arguments = LogArguments(query, path, "--no-patch", $"--format={GitCommitParser.Format}");
        return GitCommitParser.Parse((await GitCommand.RunOrThrowAsync(arguments, WriteRange(query), cancellationToken)).Text);
    }

    /// <summary>How many commits there are.</summary>
    public async Task<int> CountCommitsAsync(GitLogQuery query, CancellationToken cancellationToken)
    {
        GitResult result = await GitCommand.RunOrThrowAsync(InRepository("rev-list", "--stdin", "--count"), WriteRange(query), cancellationToken);
        return int.Parse(result.Text, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a commit is another one, or one of those it came from.</summary>
    public async Task<bool> IsAncestorAsync(string ancestor, string descendant, CancellationToken cancellationToken)
        => (await RunAsync(cancellationToken, "merge-base", "--is-ancestor", ancestor, descendant)).Succeeded;

    /// <summary>The newest commit that two came from; null if they have none in common.</summary>
    public async Task<string?> MergeBaseAsync(string left, string right, CancellationToken cancellationToken)
    {
        GitResult result = await RunAsync(cancellationToken, "merge-base", left, right);
        return result.Succeeded ? result.Text.Trim() : null;
    }

    private string[] LogArguments(GitLogQuery query, string path, params string[] output)
    {
        List<string> arguments = ["--literal-pathspecs", "log", "--stdin", .. output, Number("--skip", query.Skip)];
        if (query.Limit is { } limit)
        {
            arguments.Add(Number("--max-count", limit));
        }

        if (query.WithoutMerges)
        {
            arguments.Add("--no-merges");
        }

        if (path.Length > 0)
        {
            arguments.AddRange(query.FollowsRenames ? ["--follow", "--", path] : ["--", path]);
        }

        return InRepository([.. arguments]);
    }

    private static Func<Stream, Task> WriteRange(GitLogQuery query)
        => WriteText(string.Concat(query.Include.Select(hash => hash + "\n").Concat(query.Exclude.Select(hash => $"^{hash}\n"))));

    private static string Number(string option, int value) => string.Create(CultureInfo.InvariantCulture, $"{option}={value}");

    private static Func<Stream, Task> WriteText(string text)
        => stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None).AsTask();
}
