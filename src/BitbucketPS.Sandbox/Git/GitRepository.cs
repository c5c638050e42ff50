using System.Text;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>A bare repository on disk. What is remembered of its refs is held against the disk each time, so a change from outside is seen at once.</summary>
internal sealed partial class GitRepository
{
    private const string NoObject = "0000000000000000000000000000000000000000";

    private readonly RefUndo? _undo;
    private readonly RefCache<RefList> _refs;

    public GitRepository(string path, RefUndo? undo = null)
    {
        Path = path;
        _undo = undo;
        _refs = new(path, ReadRefsNowAsync);
    }

    /// <summary>The folder that holds <c>HEAD</c>, <c>objects</c> and <c>refs</c>.</summary>
    public string Path { get; }

    /// <summary>Makes an empty repository whose HEAD is a branch that need not exist yet.</summary>
    public Task InitialiseAsync(string mainBranch, CancellationToken cancellationToken)
        => GitCommand.RunOrThrowAsync(
            ["init", "--quiet", "--bare", "--template=", $"--initial-branch={mainBranch}", "--", Path],
            writeInput: null,
            cancellationToken);

    /// <summary>Feeds a stream of commits to <c>git fast-import</c>.</summary>
    public Task ImportAsync(Func<Stream, Task> writeInput, CancellationToken cancellationToken)
        => GitCommand.RunOrThrowAsync(InRepository("fast-import", "--quiet", "--done"), writeInput, cancellationToken);

    /// <summary>The branch HEAD names, which the API calls the main branch.</summary>
    public async Task<string> ReadMainBranchAsync(CancellationToken cancellationToken)
    {
        string head = await File.ReadAllTextAsync(System.IO.Path.Combine(Path, "HEAD"), cancellationToken);
        return head["ref: refs/heads/".Length..].TrimEnd('\n');
    }

    /// <summary>The commit that a full or abbreviated hash means, or null if there is none or more than one.</summary>
    public async Task<string?> ResolveHashAsync(string hash, CancellationToken cancellationToken)
    {
        if (!HashPattern().IsMatch(hash))
        {
            return null;
        }

        GitResult result = await RunAsync(
            cancellationToken, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{hash}^{{commit}}");
        return result.Succeeded ? result.Text.Trim() : null;
    }

    /// <summary>The files that commits changed, by the hash of the commit. One process.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<GitFileChange>>> ReadChangesAsync(
        IEnumerable<string> hashes, CancellationToken cancellationToken)
    {
        string input = string.Concat(hashes.Distinct(StringComparer.Ordinal).Select(hash => hash + "\n"));
        if (input.Length == 0)
        {
            // git would take nothing for HEAD, which an empty repository has not got.
            return new Dictionary<string, IReadOnlyList<GitFileChange>>(StringComparer.Ordinal);
        }

        GitResult result = await GitCommand.RunOrThrowAsync(
            InRepository(
                "log", "--stdin", "--no-walk=unsorted", "--format=%x00%H", "--diff-merges=first-parent",
                "--no-renames", "--name-status", "-z"),
            stream => stream.WriteAsync(Encoding.ASCII.GetBytes(input), CancellationToken.None).AsTask(),
            cancellationToken);
        return GitLogParser.ParseChanges(result.Text);
    }

    [GeneratedRegex("^[0-9a-f]{4,40}\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashPattern();

    private string[] InRepository(params string[] arguments) => [$"--git-dir={Path}", .. arguments];

    private Task<GitResult> RunAsync(CancellationToken cancellationToken, params string[] arguments)
        => GitCommand.RunAsync(InRepository(arguments), writeInput: null, cancellationToken);
}
