namespace BitbucketPS.Sandbox;

/// <summary>Makes repositories: what is remembered of them, and what is on disk.</summary>
internal static class RepositoryMaker
{
    public const string FirstMainBranch = "main";

    private const string FirstProjectKey = "PROJ";

    /// <summary>Makes an empty repository as a request wants it.</summary>
    /// <param name="call">The request.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="slug">Its name in addresses.</param>
    /// <exception cref="ApiException">400 if it makes no sense or is there already, 403 if who asks may not.</exception>
    public static async Task<HostedRepository> CreateAsync(ApiCall call, Workspace workspace, string slug)
    {
        string name = RepositoryRequest.ReadName(call.Json) ?? slug;
        RepositoryRecord record = RepositoryRequest.Apply(Blank(call, workspace, slug) with { Name = name }, workspace, call);
        HostedRepository repository = Remember(call, record);
        await repository.Git.InitialiseAsync(FirstMainBranch, call.CancellationToken);
        call.Events.Add(call, "repo:created", repository, []);
        return repository;
    }

    /// <summary>What a new repository is when nothing is said about it.</summary>
    /// <param name="call">The request.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="slug">Its name in addresses.</param>
    /// <param name="usual">The project it is in unless the request names one; null for the oldest.</param>
    /// <exception cref="ApiException">400 if the slug is none or taken; 403 if who asks may make no repositories.</exception>
    public static RepositoryRecord Blank(ApiCall call, Workspace workspace, string slug, Project? usual = null)
    {
        RequireFree(call.World, workspace, RepositorySlug.Require(slug));
        Guid id = Guid.NewGuid();
        return new()
        {
            Uuid = id.ToString("B"),
            WorkspaceUuid = workspace.Uuid,
            ProjectUuid = ChooseProject(call, workspace, usual).Uuid,
            Slug = slug,
            Name = slug,
            Description = "",
            Language = "",
            IsPrivate = true,
            ForkPolicy = RepositoryRecord.NoPublicForks,
            CreatedOn = call.Now,
            UpdatedOn = call.Now,
            Folder = $"{workspace.Slug}/{id:D}.git",
        };
    }

    /// <summary>Puts a new repository into the world, watched by who made it.</summary>
    public static HostedRepository Remember(ApiCall call, RepositoryRecord record)
    {
        HostedRepository repository = call.World.Put(record);
        call.Data.Remove<MovedRepository>(record.Slug, record.WorkspaceUuid);
        call.Data.Put(new Watcher(call.RequireAccount().Uuid), record.Uuid);
        return repository;
    }

    /// <summary>That no repository has a slug.</summary>
    /// <exception cref="ApiException">400 if one has.</exception>
    public static void RequireFree(World world, Workspace workspace, string slug)
    {
        if (world.FindRepository(workspace.Slug, slug) is not null)
        {
            throw new ApiException(400, "Repository with this Slug and Owner already exists.");
        }
    }

    // The service documents: without a project, it is the oldest of the workspace.
    private static Project ChooseProject(ApiCall call, Workspace workspace, Project? usual)
    {
        Project? project = RepositoryRequest.ReadProject(workspace, call)
            ?? usual
            ?? call.Data.All<Project>(workspace.Uuid).OrderBy(candidate => candidate.CreatedOn).FirstOrDefault();
        if (project is null)
        {
            project = new(Guid.NewGuid().ToString("B"), FirstProjectKey, "Untitled project") { CreatedOn = call.Now, UpdatedOn = call.Now };
            call.Data.Put(project, workspace.Uuid);
        }

        RepositoryRequest.RequireRoom(call, workspace, project);
        return project;
    }
}
