namespace BitbucketPS.Sandbox;

/// <summary>The main branch of a repository, read from git's own files: a process for each repository of a list would take too long.</summary>
internal static class MainBranch
{
    private const string Prefix = "ref: refs/heads/";

    /// <summary>The branch HEAD names, which need not exist; null if HEAD is no branch.</summary>
    public static string? Read(GitRepository git)
    {
        string head = File.ReadAllText(Path.Combine(git.Path, "HEAD")).TrimEnd('\n');
        return head.StartsWith(Prefix, StringComparison.Ordinal) ? head[Prefix.Length..] : null;
    }

    /// <summary>The same if the branch exists: a repository without commits has no main branch.</summary>
    public static string? FindExisting(GitRepository git)
        => Read(git) is { } name && Exists(git, name) ? name : null;

    /// <summary>Makes the first branch of a repository its main branch, whatever its name is.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="candidates">The branches that may just have come.</param>
    public static async Task SettleAsync(GitRepository git, IEnumerable<string> candidates)
    {
        if (FindExisting(git) is null && candidates.FirstOrDefault(name => Exists(git, name)) is { } first)
        {
            await git.SetMainBranchAsync(first, CancellationToken.None);
        }
    }

    private static bool Exists(GitRepository git, string name) => IsLoose(git, name) || IsPacked(git, name);

    private static bool IsLoose(GitRepository git, string name)
        => File.Exists(Path.Combine([git.Path, "refs", "heads", .. name.Split('/')]));

    private static bool IsPacked(GitRepository git, string name)
    {
        string packed = Path.Combine(git.Path, "packed-refs");
        return File.Exists(packed) && File.ReadLines(packed).Any(line => line.EndsWith($" refs/heads/{name}", StringComparison.Ordinal));
    }
}
