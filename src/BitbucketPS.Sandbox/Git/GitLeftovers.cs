namespace BitbucketPS.Sandbox;

/// <summary>What git leaves in a repository when it is killed.</summary>
internal static class GitLeftovers
{
    private static readonly string[] s_scratch = ["refs", "sandbox", "scratch"];

    /// <summary>Removes it. Nobody else may be at work there: a lock looks the same whether git holds it or is dead.</summary>
    /// <param name="repository">The folder of the repository, which need not exist.</param>
    public static void Remove(string repository)
    {
        RemoveLocks(repository, SearchOption.TopDirectoryOnly);
        RemoveLocks(Path.Combine(repository, "refs"), SearchOption.AllDirectories);
        string scratch = Path.Combine([repository, .. s_scratch]);
        if (Directory.Exists(scratch))
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    // Branches and tags cannot have such names.
    private static void RemoveLocks(string folder, SearchOption depth)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(folder, "*.lock", depth))
        {
            File.Delete(file);
        }
    }
}
