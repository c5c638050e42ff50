namespace BitbucketPS.Sandbox;

/// <summary>Where a repository was before it was renamed. Its workspace owns this.</summary>
/// <param name="OldSlug">Its slug then.</param>
/// <param name="RepositoryUuid">Which repository.</param>
internal sealed record MovedRepository(string OldSlug, string RepositoryUuid) : IEntity
{
    /// <inheritdoc/>
    public string Id => OldSlug;

    /// <summary>The repository that had a slug, unless another one has it now.</summary>
    public static HostedRepository? Find(World world, string workspace, string slug)
        => world.FindWorkspace(workspace) is { } owner && world.Data.Find<MovedRepository>(slug, owner.Uuid) is { } moved
            ? world.FindRepository(moved.RepositoryUuid)
            : null;

    /// <summary>Sends a reader of an old address on to the new one; null if there is nothing to read there.</summary>
    public static ApiException? Redirect(ApiCall call)
    {
        string[] segments = call.Target.Path.Split('/');
        if (!HttpMethods.IsGet(call.Http.Request.Method)
            || segments is not ["", "2.0", "repositories", _, _, ..]
            || Find(call.World, call.Path("workspace"), call.Path("repo_slug")) is not { } repository
            || !call.Sees(repository))
        {
            return null;
        }

        string path = string.Join('/', [.. segments[..3], repository.Workspace.Slug, repository.Slug, .. segments[5..]]);
        return new(301, $"This repository is now {repository.FullName}.")
        {
            Location = call.Links.Origin + (call.Target with { Path = path }),
        };
    }
}
