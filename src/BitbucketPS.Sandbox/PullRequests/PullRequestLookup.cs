namespace BitbucketPS.Sandbox;

/// <summary>Finds pull requests, and the state of git that belongs to them.</summary>
internal static class PullRequestLookup
{
    /// <summary>The pull request of the path, as it is now.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public static async Task<(HostedRepository Repository, PullRequest PullRequest)> RequirePullRequestAsync(this ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        string id = call.Path("pull_request_id");
        PullRequest found = call.Data.Find<PullRequest>(id, repository.Uuid) ?? throw ApiErrors.NotFound($"Pull request {id}");
        return (repository, await RefreshAsync(found, repository, call.CancellationToken));
    }

    /// <summary>A comment of a pull request, if there is one that who asks sees.</summary>
    public static PullRequestComment? FindComment(this ApiCall call, string owner, string id)
        => call.Data.Find<PullRequestComment>(id, owner) is { } comment && comment.IsVisibleTo(call.Credential?.Account) ? comment : null;

    /// <summary>A pull request whose source is where git has it now; a closed one stays as it was.</summary>
    public static async Task<PullRequest> RefreshAsync(PullRequest pullRequest, HostedRepository repository, CancellationToken cancellationToken)
    {
        if (!pullRequest.IsOpen || repository.World.FindRepository(pullRequest.SourceRepositoryUuid) is not { } source)
        {
            return pullRequest;
        }

        GitBranch? branch = await source.Git.FindBranchAsync(pullRequest.SourceBranch, cancellationToken);
        if (branch is null || string.Equals(branch.Target.Hash, pullRequest.SourceHash, StringComparison.Ordinal))
        {
            return pullRequest;
        }

        if (!string.Equals(source.Uuid, repository.Uuid, StringComparison.Ordinal))
        {
            await repository.Git.FetchFromAsync(source.Git, branch.Name, $"pullrequests/{pullRequest.Id}/from", cancellationToken);
        }

        return pullRequest with { SourceHash = branch.Target.Hash };
    }

    /// <summary>Where the destination is: for a closed pull request, where it was before. Null if the branch is gone.</summary>
    public static async Task<string?> DestinationHashAsync(PullRequest pullRequest, HostedRepository repository, CancellationToken cancellationToken)
        => pullRequest.DestinationHash
            ?? (await repository.Git.FindBranchAsync(pullRequest.DestinationBranch, cancellationToken))?.Target.Hash;
}
