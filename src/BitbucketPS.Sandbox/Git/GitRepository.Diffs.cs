namespace BitbucketPS.Sandbox;

/// <content>What differs between commits.</content>
internal sealed partial class GitRepository
{
    // What a root commit is compared with. git knows it without storing it.
    private const string EmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    /// <summary>What stands for the state before a commit: its first parent, or nothing at all.</summary>
    public async Task<string> ReadBeforeAsync(string commit, CancellationToken cancellationToken)
        => (await ReadCommitAsync(commit, cancellationToken)).Parents is [string first, ..] ? first : EmptyTree;

    /// <summary>The difference between two commits as text, in the encodings of the files.</summary>
    public async Task<byte[]> DiffAsync(string from, string to, GitDiffOptions options, CancellationToken cancellationToken)
    {
        if (GitPath.Clean(options.Paths) is not { } paths)
        {
            return [];
        }

        List<string> arguments = ["--literal-pathspecs", "diff", "--no-color", "--no-ext-diff", "--full-index", .. OptionsOf(options)];
        if (options.Context is { } context)
        {
            arguments.Add(Number("--unified", context));
        }

        if (options.Binary)
        {
            arguments.Add("--binary");
        }

        return (await GitCommand.RunOrThrowAsync(InRepository([.. arguments, from, to, "--", .. paths]), writeInput: null, cancellationToken)).Output;
    }

    /// <summary>What happened to each file between two commits.</summary>
    public async Task<IReadOnlyList<GitDiffStat>> DiffStatAsync(
        string from, string to, GitDiffOptions options, CancellationToken cancellationToken)
    {
        if (GitPath.Clean(options.Paths) is not { } paths)
        {
            return [];
        }

        GitResult result = await GitCommand.RunOrThrowAsync(
            InRepository(["--literal-pathspecs", "diff", "--raw", "--numstat", "-z", "--no-ext-diff", .. OptionsOf(options), from, to, "--", .. paths]),
            writeInput: null,
            cancellationToken);
        return GitDiffStatParser.Parse(result.Text);
    }

    /// <summary>The commits that the second has and the first has not, one after the other as e-mails.</summary>
    public async Task<byte[]> PatchAsync(string from, string to, CancellationToken cancellationToken)
        => (await GitCommand.RunOrThrowAsync(
            InRepository("format-patch", "--stdout", "--no-signature", "--binary", to, $"^{from}"), writeInput: null, cancellationToken)).Output;

    /// <summary>One commit as an e-mail, against its first parent.</summary>
    public async Task<byte[]> PatchAsync(string commit, CancellationToken cancellationToken)
        => (await GitCommand.RunOrThrowAsync(InRepository(await PatchArgumentsAsync(commit, cancellationToken)), writeInput: null, cancellationToken)).Output;

    // format-patch leaves merges out: asked for the patch of one, it gives that of the next commit that is none.
    private async Task<string[]> PatchArgumentsAsync(string commit, CancellationToken cancellationToken)
        => (await ReadCommitAsync(commit, cancellationToken)).Parents.Count > 1
            ? ["log", "-1", "--format=email", "--stat", "--summary", "--patch", "--binary", "--no-ext-diff", "--diff-merges=first-parent", commit]
            : ["format-patch", "--stdout", "--no-signature", "--binary", "--root", "-1", commit];

    private static IEnumerable<string> OptionsOf(GitDiffOptions options)
    {
        yield return options.FindsRenames ? "--find-renames" : "--no-renames";
        if (options.IgnoresWhitespace)
        {
            yield return "--ignore-all-space";
        }
    }
}
