namespace BitbucketPS.Sandbox;

/// <summary>Finds the commits that requests name.</summary>
internal static class CommitLookup
{
    /// <summary>The full hash of what a placeholder of the path names.</summary>
    /// <exception cref="ApiException">404 if there is no such commit.</exception>
    public static Task<string> RequireHashAsync(this ApiCall call, HostedRepository repository, string placeholder)
        => call.RequireRevisionAsync(repository, call.Path(placeholder));

    /// <summary>The full hash of a revision.</summary>
    /// <exception cref="ApiException">404 if there is no such commit.</exception>
    public static async Task<string> RequireRevisionAsync(this ApiCall call, HostedRepository repository, string revision)
        => await repository.Git.ResolveAsync(revision, call.CancellationToken) ?? throw NotFound(revision);

    /// <summary>The commit of the path, by its hash only as the API has it.</summary>
    /// <exception cref="ApiException">404 if there is no such commit.</exception>
    public static async Task<GitCommit> RequireCommitAsync(this ApiCall call, HostedRepository repository)
        => await repository.Git.ReadCommitAsync(await call.RequireHashAsync(repository, "commit"), call.CancellationToken);

    private static ApiException NotFound(string revision)
        => new(404, "Commit not found") { Facts = new() { ["shas"] = new System.Text.Json.Nodes.JsonArray(revision) } };
}
