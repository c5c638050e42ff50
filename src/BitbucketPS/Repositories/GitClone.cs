namespace BitbucketPS;

/// <summary>Finds out what a folder is a clone of, by asking git.</summary>
internal static class GitClone
{
    /// <summary>The repository that a folder is a clone of, or why there is none.</summary>
    /// <remarks>
    /// Of several remotes that belong to the session it is the one that the checked-out branch follows, else origin, else the first.
    /// </remarks>
    /// <param name="folder">The folder; it may lie anywhere in the clone.</param>
    /// <param name="session">The session whose repositories are meant.</param>
    /// <param name="patience">How long git may take; by default as long as a command waits.</param>
    public static GitFinding Find(string folder, BitbucketSession session, TimeSpan? patience = null)
    {
        GitFolder git = new(folder, patience ?? QuickProgram.Patience);
        try
        {
            // "git remote -v" rather than the configuration, since only it applies url.….insteadOf.
            return git.Ask("remote", "-v") switch
            {
                null => new($"there is no git here that could say what {folder} is a clone of"),
                { ExitCode: 0 } answer => Choose(git, folder, GitRemote.Parse(answer.Output), session),
                { Errors: { } errors } => new(Why(folder, errors)),
            };
        }
        catch (TimeoutException)
        {
            return new($"git did not say in time what {folder} is a clone of");
        }
    }

    /// <summary>The repository that a folder is a clone of; null if it is none.</summary>
    public static RepositoryId? FindRepository(string folder, BitbucketSession session, TimeSpan? patience = null)
        => Find(folder, session, patience).Repository;

    /// <summary>
    /// The branch that is checked out in a folder, by the name that a push gives it; null if none is, or if it is no clone.
    /// </summary>
    public static string? CurrentBranch(string folder)
    {
        GitFolder git = new(folder, QuickProgram.Patience);
        try
        {
            return git.CheckedOut() is { } branch ? PushedAs(git, branch) ?? branch : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // Where a push goes depends on push.default and remote.….push, which git knows best; it says so as its copy of the remote's branch.
    private static string? PushedAs(GitFolder git, string branch)
    {
        string? line = git.Ask("for-each-ref", "--format=%(push:remotename) %(push)", $"refs/heads/{branch}")?.Line;
        return line?.Split(' ') is [{ Length: > 0 } remote, string copy] && copy.StartsWith($"refs/remotes/{remote}/", StringComparison.Ordinal)
            ? copy[$"refs/remotes/{remote}/".Length..]
            : null;
    }

    private static GitFinding Choose(GitFolder git, string folder, IReadOnlyList<GitRemote> remotes, BitbucketSession session)
    {
        (string Name, RepositoryId Id)[] ours =
        [
            .. remotes
                .Select(remote => (remote.Name, Id: RepositoryAddress.TryParse(remote.Address)?.RepositoryOf(session, git.Patience)))
                .Where(remote => remote.Id is not null)
                .Select(remote => (remote.Name, remote.Id!)),
        ];
        return ours.DistinctBy(remote => remote.Id).ToArray() switch
        {
            [] => new(NoneOf(folder, remotes, session)),
            [(_, RepositoryId only)] => new(only),
            _ => new(Preferred(ours, [Followed(git), "origin"])),
        };
    }

    private static RepositoryId Preferred((string Name, RepositoryId Id)[] ours, IEnumerable<string?> names)
        => names
            .Select(name => Array.Find(ours, remote => string.Equals(remote.Name, name, StringComparison.Ordinal)).Id)
            .FirstOrDefault(id => id is not null) ?? ours[0].Id;

    private static string? Followed(GitFolder git)
        => git.CheckedOut() is { } branch ? git.Ask("config", "--get", $"branch.{branch}.remote")?.Line : null;

    private static string NoneOf(string folder, IReadOnlyList<GitRemote> remotes, BitbucketSession session)
    {
        // Never the whole address: a password may stand in it.
        string[] known = [.. remotes.Select(remote => $"{remote.Name} leads to {RepositoryAddress.TryParse(remote.Address)?.Host ?? "a folder"}").Distinct(StringComparer.Ordinal)];
        return known.Length == 0
            ? $"the git clone at {folder} has no remotes"
            : $"no remote of the git clone at {folder} belongs to {session.SiteUri.Authority}: {string.Join(", ", known)}";
    }

    private static string Why(string folder, string errors)
        => errors.Contains("not a git repository", StringComparison.OrdinalIgnoreCase)
            ? $"{folder} lies in no git clone"
            : $"git does not say what {folder} is a clone of: {errors.Trim().Split('\n')[0]}";
}
