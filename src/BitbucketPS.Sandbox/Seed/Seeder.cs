namespace BitbucketPS.Sandbox;

/// <summary>Puts the demo data into a fresh sandbox.</summary>
internal static class Seeder
{
    /// <summary>Makes people, workspaces and repositories, unless they are there from an earlier start.</summary>
    /// <param name="state">Where they go.</param>
    /// <param name="seed">What is made.</param>
    /// <param name="extraBranches">See <see cref="SandboxOptions.ExtraBranches"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task SeedAsync(SandboxState state, SandboxSeed seed, int extraBranches, CancellationToken cancellationToken)
    {
        if (state.Read().Workspaces.Any())
        {
            return;
        }

        IReadOnlyList<SeedRepository> repositories = seed.HasDemo ? SeedCatalogue.Repositories(extraBranches) : [];
        await Task.WhenAll(repositories.Select(one => WriteAsync(one, state.Storage.Open(FolderOf(one)), cancellationToken)));
        BulkSeeder bulk = new(seed);
        await bulk.WriteAsync(state.Storage, cancellationToken);
        await state.ReplaceAsync(
            async empty =>
            {
                World world = empty with { Data = new(empty.Data.Sets, canChange: true) };
                world.Data.Put(state.FolderOf(world.Data));
                Remember(world, repositories);
                await SeedPullRequests.RememberAsync(world, cancellationToken);
                await SeedPipelines.RememberAsync(world, cancellationToken);
                bulk.Remember(world);
                return world.Data.Sets;
            },
            cancellationToken);
    }

    private static string FolderOf(SeedRepository seed) => $"{seed.Workspace.Slug}/{seed.Slug}.git";

    private static async Task WriteAsync(SeedRepository seed, GitRepository git, CancellationToken cancellationToken)
    {
        // A start that is cut off leaves a folder that no state names, and that the next start removes.
        Directory.CreateDirectory(git.Path);
        await git.InitialiseAsync(SeedHistory.MainBranch, cancellationToken);
        byte[] history = new SeedHistory(seed).Write();
        await git.ImportAsync(stream => stream.WriteAsync(history, cancellationToken).AsTask(), cancellationToken);
    }

    private static void Remember(World world, IReadOnlyList<SeedRepository> repositories)
    {
        Data data = world.Data;
        data.PutNew([.. SeedPeople.All, SeedPeople.App, SeedPeople.Stranger]);
        data.PutNew([SeedCatalogue.Demo, SeedCatalogue.Other]);
        RememberMembers(data);
        data.PutNew(SeedCatalogue.Projects, SeedCatalogue.Demo.Uuid);
        foreach (SeedRepository seed in repositories)
        {
            data.Put(seed.Project, seed.Workspace.Uuid);
            HostedRepository repository = world.Put(ToRecord(seed));
            data.Put(new Watcher(seed.Authors[0].Uuid), repository.Uuid);
        }

        // Every member may write to everything; who owns the workspace may do more.
        foreach (Project project in data.All<Project>(SeedCatalogue.Demo.Uuid))
        {
            data.Put(new Grant(Grant.HolderOf(SeedCatalogue.Developers), AccessLevel.Write), project.Uuid);
        }
    }

    private static void RememberMembers(Data data)
    {
        string demo = SeedCatalogue.Demo.Uuid;
        foreach (Account account in (Account[])[.. SeedPeople.All, SeedPeople.App])
        {
            bool isOwner = account == SeedPeople.Demo || account.IsApp;
            data.Put(new Membership(account.Uuid, isOwner ? Membership.Owner : Membership.Member, account.CreatedOn), demo);
        }

        data.Put(SeedCatalogue.Administrators, demo);
        data.Put(SeedCatalogue.Developers, demo);
        data.Put(new Membership(SeedPeople.Stranger.Uuid, Membership.Owner, SeedCatalogue.Other.CreatedOn), SeedCatalogue.Other.Uuid);
    }

    private static RepositoryRecord ToRecord(SeedRepository seed) => new()
    {
        Uuid = StableId.Uuid("repository", $"{seed.Workspace.Slug}/{seed.Slug}"),
        WorkspaceUuid = seed.Workspace.Uuid,
        ProjectUuid = seed.Project.Uuid,
        Slug = seed.Slug,
        Name = seed.Name,
        Description = seed.Description,
        Language = seed.Language,
        IsPrivate = seed.IsPrivate,
        ForkPolicy = seed.IsPrivate ? "no_public_forks" : "allow_forks",
        CreatedOn = SeedHistory.FirstDay,
        UpdatedOn = SeedHistory.LastDay,
        Folder = FolderOf(seed),
    };
}
