namespace BitbucketPS.Sandbox;

/// <content>Branches and tags.</content>
internal sealed partial class GitRepository
{
    private const string HeadsPrefix = "refs/heads/";
    private const string TagsPrefix = "refs/tags/";

    // The last fields are those of the commit that an annotated tag leads to, and empty for everything else.
    private const string RefFormat =
        "%(refname)%00%(objecttype)%00%(objectname)%00%(parent)%00%(authorname)%00%(authoremail:trim)%00%(committername)%00%(committeremail:trim)"
        + "%00%(committerdate:unix)%00%(taggername)%00%(taggeremail:trim)%00%(taggerdate:unix)%00%(contents)"
        + "%00%(*objecttype)%00%(*objectname)%00%(*parent)%00%(*authorname)%00%(*authoremail:trim)%00%(*committername)%00%(*committeremail:trim)"
        + "%00%(*committerdate:unix)%00%(*contents)%00";

    private const int RefFieldCount = 22;

    /// <summary>All branches and tags.</summary>
    public Task<RefList> ReadRefsAsync(CancellationToken cancellationToken) => _refs.GetAsync(cancellationToken);

    /// <summary>All branches in git's order, which is that of the bytes of their names.</summary>
    public async Task<IReadOnlyList<GitBranch>> ListBranchesAsync(CancellationToken cancellationToken)
        => (await _refs.GetAsync(cancellationToken)).Branches;

    /// <summary>One branch by its exact name, or null.</summary>
    public async Task<GitBranch?> FindBranchAsync(string name, CancellationToken cancellationToken)
        => (await _refs.GetAsync(cancellationToken)).FindBranch(name);

    /// <summary>One tag by its exact name, or null.</summary>
    public async Task<GitTag?> FindTagAsync(string name, CancellationToken cancellationToken)
        => (await _refs.GetAsync(cancellationToken)).FindTag(name);

    /// <summary>Whether git lets a branch or tag have this name.</summary>
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

    /// <summary>Makes a branch, unless it exists.</summary>
    /// <param name="name">A name <see cref="IsBranchNameAsync"/> accepts.</param>
    /// <param name="hash">A full hash of a commit.</param>
    /// <param name="cancellationToken">Kills git.</param>
    public Task<RefCreation> CreateBranchAsync(string name, string hash, CancellationToken cancellationToken)
        => CreateRefAsync(HeadsPrefix + name, hash, cancellationToken);

    /// <summary>Deletes a branch if it still points to a commit.</summary>
    /// <returns>False if it moved or went meanwhile.</returns>
    public Task<bool> DeleteBranchAsync(GitBranch branch, CancellationToken cancellationToken)
        => WriteRefAsync(HeadsPrefix + branch.Name, branch.Target.Hash, NoObject, cancellationToken);

    /// <summary>Moves a branch if it is still where it was.</summary>
    /// <returns>False if it moved or went meanwhile.</returns>
    public Task<bool> MoveBranchAsync(string name, string to, string from, CancellationToken cancellationToken)
        => WriteRefAsync(HeadsPrefix + name, from, to, cancellationToken);

    /// <summary>Makes a tag, unless it exists; with a message one with an object of its own.</summary>
    public async Task<RefCreation> CreateTagAsync(
        string name, string hash, string? message, GitIdentity tagger, CancellationToken cancellationToken)
    {
        string target = message is null
            ? hash
            : await WriteObjectAsync("tag", $"object {hash}\ntype commit\ntag {name}\ntagger {tagger}\n\n{message.TrimEnd('\n')}\n", cancellationToken);
        return await CreateRefAsync(TagsPrefix + name, target, cancellationToken);
    }

    /// <summary>Deletes a tag; false if there is none.</summary>
    public async Task<bool> DeleteTagAsync(string name, CancellationToken cancellationToken)
        => await FindTagAsync(name, cancellationToken) is not null
            && await MoveRefAsync(TagsPrefix + name, await ReadRefAsync(TagsPrefix + name, cancellationToken), NoObject);

    private async Task<RefList> ReadRefsNowAsync(CancellationToken cancellationToken)
    {
        GitResult result = await GitCommand.RunOrThrowAsync(
            InRepository("for-each-ref", $"--format={RefFormat}", HeadsPrefix.TrimEnd('/'), TagsPrefix.TrimEnd('/')),
            writeInput: null,
            cancellationToken);

        // The newline after the last field of a ref begins the first field of the next.
        string[][] records = [.. result.Text.Split('\0').Chunk(RefFieldCount).Where(fields => fields.Length == RefFieldCount)];
        foreach (string[] fields in records)
        {
            fields[0] = fields[0].TrimStart('\n');
        }

        return new(
            [.. records.Where(fields => fields[0].StartsWith(HeadsPrefix, StringComparison.Ordinal)).Select(ParseBranch)],
            [.. records.Where(LeadsToCommit).Select(ParseTag)]);
    }

    // A tag may also lead to a file or to another tag; the API has no shape for such.
    private static bool LeadsToCommit(string[] fields)
        => fields[0].StartsWith(TagsPrefix, StringComparison.Ordinal) && (fields[1] is "commit" || fields[13] is "commit");

    private static GitBranch ParseBranch(string[] fields) => new(fields[0][HeadsPrefix.Length..], ParseTarget(fields));

    private static GitTag ParseTag(string[] fields)
    {
        string name = fields[0][TagsPrefix.Length..];
        if (fields[1] is "commit")
        {
            return new(name, ParseTarget(fields));
        }

        string[] target = ["", .. fields[13..17], fields[17], fields[18], fields[19], fields[20], "", "", "", fields[21]];
        return new(name, ParseTarget(target))
        {
            Message = fields[12],

            // Old tags have an object, and do not say who made it.
            TaggerName = fields[9].Length > 0 ? fields[9] : null,
            TaggerEmail = fields[10],
            Date = fields[11].Length > 0 ? GitDate.Parse(fields[11]) : null,
        };
    }

    private static GitCommit ParseTarget(string[] fields)
        => new(
            fields[2],
            fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            fields[4],
            fields[5],
            GitDate.Parse(fields[8]),
            fields[12])
        {
            CommitterName = fields[6],
            CommitterEmail = fields[7],
        };
}
