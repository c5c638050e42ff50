namespace BitbucketPS.Sandbox;

/// <summary>
/// Makes git and what is remembered fit again after a crash between the two. What is remembered counts: a request that was
/// not written down was not answered.
/// </summary>
internal static class StorageHealer
{
    private const string OrphanFolder = ".orphans";

    /// <summary>Puts everything in order, and says on the standard error what was lost.</summary>
    public static async Task HealAsync(SandboxState state, CancellationToken cancellationToken)
    {
        RemoveUnused(state);
        World world = state.Read();
        foreach (string folder in FoldersOf(world))
        {
            GitLeftovers.Remove(world.Storage.Open(folder).Path);
        }

        await state.HealAsync();
        foreach (string folder in FoldersOf(world).Where(folder => !Exists(world.Storage.Open(folder))))
        {
            if (!world.Storage.Restore(folder))
            {
                GitRepository git = world.Storage.Open(folder);
                Directory.CreateDirectory(git.Path);
                await git.InitialiseAsync(SeedHistory.MainBranch, cancellationToken);
                await Console.Error.WriteLineAsync($"The git repository {git.Path} is not there any more. It is empty now.");
            }
        }

        world.Storage.Empty();
        PutOrphansAside(world);
    }

    // What an import replaced, or one that was cut off left, and drafts of the first start.
    private static void RemoveUnused(SandboxState state)
    {
        string used = Path.GetFileName(state.Storage.Root);
        foreach (string folder in Directory.EnumerateDirectories(state.Folder))
        {
            string name = Path.GetFileName(folder);
            if (GitFolder.IsName(name) && !string.Equals(name, used, StringComparison.Ordinal))
            {
                FolderRemoval.Remove(folder);
            }
        }
    }

    // Repositories that were being made. They are not deleted, in case somebody put them there.
    private static void PutOrphansAside(World world)
    {
        if (!Directory.Exists(world.Storage.Root))
        {
            return;
        }

        HashSet<string> known = FoldersOf(world).Select(folder => world.Storage.Open(folder).Path).ToHashSet(StringComparer.Ordinal);
        string aside = Path.Combine(world.Storage.Root, OrphanFolder);
        string[] orphans =
        [
            .. Directory.EnumerateDirectories(world.Storage.Root)
                .Where(group => Path.GetFileName(group) is not OrphanFolder)
                .SelectMany(Directory.EnumerateDirectories)
                .Where(folder => !known.Contains(folder)),
        ];
        foreach (string orphan in orphans)
        {
            Directory.CreateDirectory(aside);
            Directory.Move(orphan, Path.Combine(aside, $"{Path.GetFileName(orphan)}.{Path.GetRandomFileName()}"));
            Console.Error.WriteLine($"{orphan} belongs to no repository. It is in {aside} now.");
        }
    }

    // Repositories have git, and so have snippets.
    private static IEnumerable<string> FoldersOf(World world)
        => world.Repositories.Select(repository => repository.Record.Folder)
            .Concat(world.Workspaces.SelectMany(workspace => world.Data.All<Snippet>(workspace.Uuid)).Select(snippet => snippet.Folder));

    private static bool Exists(GitRepository git) => File.Exists(Path.Combine(git.Path, "HEAD"));
}
