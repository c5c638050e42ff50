namespace BitbucketPS.Sandbox;

/// <summary>The people, workspaces and repositories of one sandbox.</summary>
internal sealed class World
{
    private readonly List<HostedRepository> _repositories = [];

    public IReadOnlyList<HostedRepository> Repositories => _repositories;

    public IReadOnlyList<Workspace> Workspaces { get; } = [SeedCatalogue.Demo, SeedCatalogue.Other];

    /// <summary>Puts the demo data on disk, where it is not there from an earlier start.</summary>
    /// <param name="folder">Where the bare repositories go: <c>workspace/slug.git</c>.</param>
    /// <param name="extraBranches">See <see cref="SandboxOptions.ExtraBranches"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<World> CreateAsync(string folder, int extraBranches, CancellationToken cancellationToken)
    {
        World world = new();
        HostedRepository[] repositories = await Task.WhenAll(
            SeedCatalogue.Repositories(extraBranches).Select(seed => HostAsync(seed, folder, cancellationToken)));
        world._repositories.AddRange(repositories);
        return world;
    }

    /// <summary>A repository by slug or UUID, of a workspace by slug or UUID; an empty workspace means any.</summary>
    /// <remarks>Bitbucket documents <c>/repositories/{}/{uuid}</c>, the workspace being empty braces.</remarks>
    public HostedRepository? FindRepository(string workspace, string slug)
        => _repositories.Find(repository =>
            (workspace is "{}" ? slug.StartsWith('{') : Names(repository.Workspace, workspace))
            && (EqualsName(repository.Slug, slug) || EqualsName(repository.Uuid, slug)));

    /// <summary>A workspace by slug or UUID.</summary>
    public Workspace? FindWorkspace(string workspace)
        => Workspaces.FirstOrDefault(candidate => Names(candidate, workspace));

    /// <summary>A project by its key.</summary>
    public Project? FindProject(Workspace workspace, string key)
        => _repositories.Find(repository => repository.Workspace == workspace && EqualsName(repository.Project.Key, key))?.Project;

    /// <summary>The account whose commits have this address.</summary>
    public static Account? FindAuthor(string email)
        => SeedPeople.All.FirstOrDefault(account => EqualsName(account.Email, email));

    private static bool Names(Workspace workspace, string text)
        => EqualsName(workspace.Slug, text) || EqualsName(workspace.Uuid, text);

    private static bool EqualsName(string name, string text)
        => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);

    private static async Task<HostedRepository> HostAsync(
        SeedRepository seed, string folder, CancellationToken cancellationToken)
    {
        GitRepository git = new(Path.Combine(folder, seed.Workspace.Slug, seed.Slug + ".git"));
        if (!Directory.Exists(git.Path))
        {
            await SeedAsync(seed, git.Path, cancellationToken);
        }

        return new()
        {
            Workspace = seed.Workspace,
            Project = seed.Project,
            Slug = seed.Slug,
            Name = seed.Name,
            Description = seed.Description,
            Language = seed.Language,
            IsPrivate = seed.IsPrivate,
            CreatedOn = SeedHistory.FirstDay,
            UpdatedOn = SeedHistory.LastDay,
            Git = git,
        };
    }

    private static async Task SeedAsync(SeedRepository seed, string path, CancellationToken cancellationToken)
    {
        // Moved to its place only when complete: a start that was cut off leaves nothing half seeded.
        string draft = $"{path}.{Path.GetRandomFileName()}";
        Directory.CreateDirectory(draft);
        GitRepository git = new(draft);
        await git.InitialiseAsync(SeedHistory.MainBranch, cancellationToken);
        byte[] history = new SeedHistory(seed).Write();
        await git.ImportAsync(stream => stream.WriteAsync(history, cancellationToken).AsTask(), cancellationToken);
        Directory.Move(draft, path);
    }
}
