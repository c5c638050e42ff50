using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What a client sends to open or change a pull request, looked up and found good.</summary>
internal static class PullRequestDraft
{
    /// <summary>The branch that is merged, and where it is.</summary>
    /// <exception cref="ApiException">400 that names what is wrong.</exception>
    public static async Task<(HostedRepository Repository, GitBranch Branch)> RequireSourceAsync(ApiCall call, HostedRepository repository)
    {
        string name = call.Json.TextAt("source", "branch", "name") ?? throw ApiErrors.BadField("source.branch.name", "required key not provided");
        HostedRepository source = call.Json["source"]?["repository"] is JsonObject wanted ? FindRepository(call, wanted) : repository;
        if (AccessRules.LevelOf(call.RequireCredential(), source) < AccessLevel.Write)
        {
            throw new ApiException(403, "You need write access to the source of a pull request.");
        }

        return (source, await source.Git.FindBranchAsync(name, call.CancellationToken)
            ?? throw ApiErrors.BadField("source.branch", $"branch not found: {name}", "There is no such branch."));
    }

    /// <summary>The branch that is merged into.</summary>
    /// <exception cref="ApiException">400 that names what is wrong.</exception>
    public static async Task<GitBranch> RequireDestinationAsync(ApiCall call, HostedRepository repository, string fallback)
    {
        string name = call.Json.TextAt("destination", "branch", "name") ?? fallback;
        return await repository.Git.FindBranchAsync(name, call.CancellationToken)
            ?? throw ApiErrors.BadField("destination.branch", $"branch not found: {name}", "There is no such branch.");
    }

    /// <summary>That a pull request leads from one branch to another that lacks some of its commits.</summary>
    /// <exception cref="ApiException">400 if it does not.</exception>
    public static async Task RequireChangesAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest, GitBranch destination)
    {
        if (string.Equals(pullRequest.SourceRepositoryUuid, repository.Uuid, StringComparison.Ordinal)
            && string.Equals(pullRequest.SourceBranch, destination.Name, StringComparison.Ordinal))
        {
            throw new ApiException(400, "source branch and destination branch must be different");
        }

        if (await repository.Git.IsAncestorAsync(pullRequest.SourceHash, destination.Target.Hash, call.CancellationToken))
        {
            throw new ApiException(400, "There are no changes to be pulled");
        }
    }

    /// <summary>The UUIDs of the reviewers a body names; null if it names none.</summary>
    /// <exception cref="ApiException">400 with <c>fields.reviewers</c> for somebody who cannot be one.</exception>
    public static IReadOnlyList<string>? ReadReviewers(ApiCall call, HostedRepository repository, string authorUuid)
    {
        if (call.Json["reviewers"] is not JsonArray reviewers)
        {
            return null;
        }

        List<string> uuids = [];
        foreach (JsonObject reviewer in reviewers.OfType<JsonObject>())
        {
            uuids.Add(RequireReviewer(reviewer, repository, authorUuid).Uuid);
        }

        return [.. uuids.Distinct(StringComparer.Ordinal)];
    }

    private static Account RequireReviewer(JsonObject reviewer, HostedRepository repository, string authorUuid)
    {
        string id = reviewer.Text("uuid") ?? reviewer.Text("account_id") ?? throw ApiErrors.BadField("reviewers", "expected a uuid or an account_id");
        Account account = repository.World.FindAccount(id) ?? throw ApiErrors.BadField("reviewers", $"Unknown user {id}.");
        string? problem = account switch
        {
            { IsActive: false } => $"{account.DisplayName} is not an active account and cannot be a reviewer.",
            _ when string.Equals(account.Uuid, authorUuid, StringComparison.Ordinal) => $"{account.DisplayName} is the author and cannot be included as a reviewer.",
            _ when !MayReview(repository, account) => $"{account.DisplayName} does not have access to view this pull request.",
            _ => null,
        };
        return problem is null ? account : throw ApiErrors.BadField("reviewers", problem, "reviewers: Malformed reviewers list");
    }

    // What everybody may read is reviewed by those who belong to the workspace.
    private static bool MayReview(HostedRepository repository, Account account)
        => AccessRules.LevelOf(account, repository) >= AccessLevel.Read
            || (!repository.IsPrivate && repository.World.IsMember(repository.Workspace, account));

    private static HostedRepository FindRepository(ApiCall call, JsonObject wanted)
    {
        string[] name = (wanted.Text("full_name") ?? "").Split('/');
        HostedRepository? found = wanted.Text("uuid") is { } uuid
            ? call.World.FindRepository(uuid)
            : name.Length == 2 ? call.World.FindRepository(name[0], name[1]) : null;
        return found is not null && call.Sees(found)
            ? found
            : throw ApiErrors.BadField("source.repository", "repository not found", "There is no such repository.");
    }
}
