using System.Text;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>A bare repository on disk. Every call asks git anew, so a change from outside is seen at once.</summary>
internal sealed partial class GitRepository
{
    private const string HeadsPrefix = "refs/heads/";
    private const string NoObject = "0000000000000000000000000000000000000000";

    // Neither names, addresses nor messages can hold a NUL in git, so nothing needs quoting.
    private const string BranchFormat =
        "%(refname)%00%(objectname)%00%(parent)%00%(authorname)%00%(authoremail:trim)%00%(committerdate:unix)%00%(contents)%00";

    private const int BranchFieldCount = 7;

    public GitRepository(string path)
    {
        Path = path;
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

    /// <summary>All branches in git's order, which is that of the bytes of their names. One process.</summary>
    public Task<IReadOnlyList<GitBranch>> ListBranchesAsync(CancellationToken cancellationToken)
        => ReadBranchesAsync(HeadsPrefix, cancellationToken);

    /// <summary>One branch by its exact name, or null.</summary>
    public async Task<GitBranch?> FindBranchAsync(string name, CancellationToken cancellationToken)
    {
        // for-each-ref reads its argument as a pattern, so a name that no branch can have is not asked for.
        if (!await IsBranchNameAsync(name, cancellationToken))
        {
            return null;
        }

        // The pattern a matches a/b too.
        IReadOnlyList<GitBranch> found = await ReadBranchesAsync(HeadsPrefix + name, cancellationToken);
        return found.FirstOrDefault(branch => string.Equals(branch.Name, name, StringComparison.Ordinal));
    }

    /// <summary>Whether git lets a branch have this name.</summary>
    public static async Task<bool> IsBranchNameAsync(string name, CancellationToken cancellationToken)
    {
        // git itself leaves refs/heads/-x to its callers; no command can be given such a name safely.
        if (name.Length == 0 || name[0] == '-' || name.Contains('\0', StringComparison.Ordinal) || name is "HEAD")
        {
            return false;
        }

        GitResult result = await GitCommand.RunAsync(
            ["check-ref-format", HeadsPrefix + name], writeInput: null, cancellationToken);
        return result.Succeeded;
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

    /// <summary>Makes a branch, unless it exists.</summary>
    /// <param name="name">A name <see cref="IsBranchNameAsync"/> accepts.</param>
    /// <param name="hash">A full hash of a commit.</param>
    /// <param name="cancellationToken">Kills git.</param>
    public async Task<BranchCreation> CreateBranchAsync(string name, string hash, CancellationToken cancellationToken)
    {
        // The old value of zeros makes git itself refuse a branch that came into being meanwhile.
        GitResult result = await RunAsync(cancellationToken, "update-ref", "--", HeadsPrefix + name, hash, NoObject);
        if (result.Succeeded)
        {
            return BranchCreation.Created;
        }

        return await FindBranchAsync(name, cancellationToken) is null
            ? BranchCreation.Refused
            : BranchCreation.AlreadyExists;
    }

    /// <summary>Deletes a branch if it still points to a commit.</summary>
    /// <returns>False if it moved or went meanwhile.</returns>
    public async Task<bool> DeleteBranchAsync(GitBranch branch, CancellationToken cancellationToken)
    {
        GitResult result = await RunAsync(
            cancellationToken, "update-ref", "-d", "--", HeadsPrefix + branch.Name, branch.Target.Hash);
        return result.Succeeded;
    }

    /// <summary>The files that commits changed, by the hash of the commit. One process.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<GitFileChange>>> ReadChangesAsync(
        IEnumerable<string> hashes, CancellationToken cancellationToken)
    {
        string input = string.Concat(hashes.Distinct(StringComparer.Ordinal).Select(hash => hash + "\n"));
        GitResult result = await GitCommand.RunOrThrowAsync(
            InRepository(
                "log", "--stdin", "--no-walk=unsorted", "--format=%x00%H", "--diff-merges=first-parent",
                "--no-renames", "--name-status", "-z"),
            stream => stream.WriteAsync(Encoding.ASCII.GetBytes(input), CancellationToken.None).AsTask(),
            cancellationToken);
        return GitLogParser.ParseChanges(result.Text);
    }

    [GeneratedRegex("^[0-9a-f]{4,40}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashPattern();

    private async Task<IReadOnlyList<GitBranch>> ReadBranchesAsync(string pattern, CancellationToken cancellationToken)
    {
        GitResult result = await GitCommand.RunOrThrowAsync(
            InRepository("for-each-ref", $"--format={BranchFormat}", "--", pattern),
            writeInput: null,
            cancellationToken);

        // The newline after the last field of a branch begins the first field of the next.
        string[][] records = [.. result.Text.Split('\0').Chunk(BranchFieldCount)];
        return [.. records.SkipLast(1).Select(ParseBranch)];
    }

    private static GitBranch ParseBranch(string[] fields)
    {
        GitCommit target = new(
            fields[1],
            fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            fields[3],
            fields[4],
            GitDate.Parse(fields[5]),
            fields[6]);
        return new(fields[0].TrimStart('\n')[HeadsPrefix.Length..], target);
    }

    private string[] InRepository(params string[] arguments) => [$"--git-dir={Path}", .. arguments];

    private Task<GitResult> RunAsync(CancellationToken cancellationToken, params string[] arguments)
        => GitCommand.RunAsync(InRepository(arguments), writeInput: null, cancellationToken);
}
