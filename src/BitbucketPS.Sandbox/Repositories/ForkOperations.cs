using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about forks.</summary>
internal static class ForkOperations
{
    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/forks", List);
        handlers.Add("POST ~/forks", CreateAsync);
    }

    private static ApiAnswer List(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        IEnumerable<HostedRepository> forks = call.World.Repositories
            .Where(fork => string.Equals(fork.Record.ParentUuid, repository.Uuid, StringComparison.Ordinal));
        return ApiAnswer.Ok(RepositoryList.ToPage(forks, call));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        HostedRepository parent = call.RequireRepository();
        Workspace workspace = ReadWorkspace(call) ?? parent.Workspace;
        string? name = RepositoryRequest.ReadName(call.Json);
        string slug = name is null ? parent.Slug : RepositorySlug.FromName(name);
        Project? usual = string.Equals(workspace.Uuid, parent.Workspace.Uuid, StringComparison.Ordinal) ? parent.Project : null;
        RepositoryRecord record = Inherit(RepositoryMaker.Blank(call, workspace, slug, usual) with { Name = name ?? parent.Name }, parent);
        record = RepositoryRequest.Apply(record, workspace, call);
        RequirePolicy(parent, record);
        HostedRepository fork = RepositoryMaker.Remember(call, record);
        await ForkCopy.MakeAsync(parent.Git, fork.Git, call.CancellationToken);
        call.Events.Add(call, "repo:fork", parent, new() { ["fork"] = RepositoryJson.Brief(fork, call.Links) });
        return ApiAnswer.Created(RepositoryJson.Full(fork, call.Links));
    }

    private static Workspace? ReadWorkspace(ApiCall call)
    {
        if (call.Json["workspace"] is not JsonObject wanted)
        {
            return null;
        }

        string id = wanted.Text("slug") ?? wanted.Text("uuid") ?? throw ApiErrors.BadField("workspace.slug", "required key not provided");
        return call.World.FindWorkspace(id) is { } workspace && call.SeesInto(workspace) ? workspace : throw ApiErrors.NoSuchWorkspace(id);
    }

    // Forks are what their parent is, as far as the request does not say otherwise.
    private static RepositoryRecord Inherit(RepositoryRecord fork, HostedRepository parent) => fork with
    {
        Description = parent.Description,
        Language = parent.Language,
        Website = parent.Record.Website,
        IsPrivate = parent.IsPrivate,
        ForkPolicy = parent.Record.ForkPolicy,
        HasIssues = parent.Record.HasIssues,
        HasWiki = parent.Record.HasWiki,
        ParentUuid = parent.Uuid,
    };

    /// <summary>That a fork does not become public where its parent allows private ones only.</summary>
    /// <exception cref="ApiException">400 if it would.</exception>
    public static void RequirePrivacy(HostedRepository fork, RepositoryRecord changed)
    {
        if (fork.IsPrivate && !changed.IsPrivate
            && changed.ParentUuid is { } parent
            && fork.World.FindRepository(parent)?.Record.ForkPolicy is RepositoryRecord.NoPublicForks)
        {
            throw PrivateForksOnly();
        }
    }

    private static ApiException PrivateForksOnly() => ApiErrors.BadField("is_private", "Forks of this repository must be private.");

    private static void RequirePolicy(HostedRepository parent, RepositoryRecord fork)
    {
        if (parent.Record.ForkPolicy is RepositoryRecord.NoForks)
        {
            throw new ApiException(403, "This repository cannot be forked.");
        }

        if (parent.Record.ForkPolicy is RepositoryRecord.NoPublicForks && !fork.IsPrivate)
        {
            throw PrivateForksOnly();
        }
    }
}
