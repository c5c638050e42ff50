namespace BitbucketPS.Sandbox;

/// <summary>The people, workspaces and repositories of one view of the sandbox.</summary>
/// <param name="Data">The view.</param>
/// <param name="Storage">Where the bare repositories are.</param>
internal sealed record World(Data Data, GitStorage Storage)
{
    public IEnumerable<Workspace> Workspaces => Data.All<Workspace>();

    /// <summary>All repositories, of all workspaces.</summary>
    public IEnumerable<HostedRepository> Repositories => Workspaces.SelectMany(RepositoriesOf);

    public IEnumerable<HostedRepository> RepositoriesOf(Workspace workspace)
        => Data.All<RepositoryRecord>(workspace.Uuid).Select(record => Show(record, workspace));

    /// <summary>A repository by slug or UUID, of a workspace by slug or UUID; an empty workspace means any.</summary>
    /// <remarks>Bitbucket documents <c>/repositories/{}/{uuid}</c>, the workspace being empty braces.</remarks>
    public HostedRepository? FindRepository(string workspace, string slug)
    {
        if (workspace is "{}")
        {
            return FindRepository(slug);
        }

        if (FindWorkspace(workspace) is not { } owner)
        {
            return null;
        }

        RepositoryRecord? record = Data.Find<RepositoryRecord>(slug, owner.Uuid)
            ?? Data.All<RepositoryRecord>(owner.Uuid).FirstOrDefault(candidate => EqualsName(candidate.Slug, slug));
        return record is null ? null : Show(record, owner);
    }

    /// <summary>A repository of any workspace by its UUID.</summary>
    public HostedRepository? FindRepository(string uuid)
        => Workspaces
            .Select(workspace => Data.Find<RepositoryRecord>(uuid, workspace.Uuid) is { } record ? Show(record, workspace) : null)
            .FirstOrDefault(repository => repository is not null);

    /// <summary>A workspace by slug or UUID.</summary>
    public Workspace? FindWorkspace(string workspace)
        => Data.Find<Workspace>(workspace) ?? Workspaces.FirstOrDefault(candidate => EqualsName(candidate.Slug, workspace));

    /// <summary>A project by its key or UUID.</summary>
    public Project? FindProject(Workspace workspace, string key)
        => Data.Find<Project>(key, workspace.Uuid)
            ?? Data.All<Project>(workspace.Uuid).FirstOrDefault(project => EqualsName(project.Key, key));

    /// <summary>An account by its UUID or Atlassian's id; names of users mean nothing to the API.</summary>
    public Account? FindAccount(string id)
        => Data.Find<Account>(id) ?? Data.All<Account>().FirstOrDefault(account => EqualsName(account.AccountId, id));

    /// <summary>The account whose commits have this address.</summary>
    public Account? FindAuthor(string email)
        => Data.All<Account>().FirstOrDefault(account => EqualsName(account.Email, email));

    /// <summary>Whether an account belongs to a workspace.</summary>
    public bool IsMember(Workspace workspace, Account account) => Data.Find<Membership>(account.Uuid, workspace.Uuid) is not null;

    /// <summary>Remembers a repository, or what changed about it.</summary>
    public HostedRepository Put(RepositoryRecord record)
    {
        Data.Put(record, record.WorkspaceUuid);
        return Show(record, Data.Find<Workspace>(record.WorkspaceUuid)!);
    }

    /// <summary>Notes that a repository was written to.</summary>
    public HostedRepository Touch(HostedRepository repository, DateTimeOffset now) => Put(repository.Record with { UpdatedOn = now });

    private HostedRepository Show(RepositoryRecord record, Workspace workspace)
        => new(this, record, workspace, Data.Find<Project>(record.ProjectUuid, workspace.Uuid)!, Storage.Open(record.Folder));

    private static bool EqualsName(string name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);
}
