using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The lists of pull requests.</summary>
internal static class PullRequestListOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("pullrequest").Without("participants");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/pullrequests", ListAsync);
        handlers.Add("GET /workspaces/{workspace}/pullrequests/{selected_user}", ListOfUserAsync);
        handlers.Add("GET ~/commit/{commit}/pullrequests", ListOfCommitAsync);
    }

    private static Task<ApiAnswer> ListAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        return AnswerAsync(call, InState(call, repository));
    }

    private static Task<ApiAnswer> ListOfUserAsync(ApiCall call)
    {
        Workspace workspace = call.RequireOwnWorkspace();
        string id = call.Path("selected_user");
        Account account = call.World.FindAccount(id) ?? throw ApiErrors.NotFound($"User {id}");
        return AnswerAsync(call, call.World.RepositoriesOf(workspace).Where(call.Sees).SelectMany(repository => InState(call, repository))
            .Where(item => string.Equals(item.PullRequest.AuthorUuid, account.Uuid, StringComparison.Ordinal)));
    }

    private static async Task<ApiAnswer> ListOfCommitAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        string hash = await call.RequireHashAsync(repository, "commit");
        List<(HostedRepository, PullRequest)> found = [];
        foreach (PullRequest pullRequest in call.Data.All<PullRequest>(repository.Uuid))
        {
            PullRequest current = await PullRequestLookup.RefreshAsync(pullRequest, repository, call.CancellationToken);
            if (await HasCommitAsync(current, repository, hash, call.CancellationToken))
            {
                found.Add((repository, current));
            }
        }

        return await AnswerAsync(call, found);
    }

    private static async Task<bool> HasCommitAsync(PullRequest pullRequest, HostedRepository repository, string hash, CancellationToken cancellationToken)
        => await repository.Git.IsAncestorAsync(hash, pullRequest.SourceHash, cancellationToken)
            && await PullRequestLookup.DestinationHashAsync(pullRequest, repository, cancellationToken) is { } destination
            && !await repository.Git.IsAncestorAsync(hash, destination, cancellationToken);

    // Open ones only, unless states are named; with a filter the states mean nothing to the service.
    private static IEnumerable<(HostedRepository Repository, PullRequest PullRequest)> InState(ApiCall call, HostedRepository repository)
    {
        IReadOnlyList<string> states = call.Query.All("state") is { Count: > 0 } named ? named : [PullRequest.Open];
        return call.Data.All<PullRequest>(repository.Uuid)
            .Where(pullRequest => call.Query["q"] is not null || states.Contains(pullRequest.State, StringComparer.Ordinal))
            .Select(pullRequest => (repository, pullRequest));
    }

    private static async Task<ApiAnswer> AnswerAsync(ApiCall call, IEnumerable<(HostedRepository Repository, PullRequest PullRequest)> found)
    {
        bool withPeople = call.Fields.AsksFor("values", "reviewers") || call.Fields.AsksFor("values", "participants") || AsksForReviewers(call.Query["q"]);
        List<Lazy<JsonObject>> items = [];
        foreach ((HostedRepository repository, PullRequest pullRequest) in found.Reverse())
        {
            RefList refs = await repository.Git.ReadRefsAsync(call.CancellationToken);
            items.Add(new(() => Item(call, repository, pullRequest, refs, withPeople)));
        }

        return ApiAnswer.Ok(ItemList.ToPage(items, s_schema, call));
    }

    private static bool AsksForReviewers(string? filter) => filter?.Contains("reviewers.", StringComparison.Ordinal) is true;

    private static JsonObject Item(ApiCall call, HostedRepository repository, PullRequest pullRequest, RefList refs, bool withPeople)
    {
        bool isHere = string.Equals(pullRequest.SourceRepositoryUuid, repository.Uuid, StringComparison.Ordinal);
        if (pullRequest.IsOpen && isHere && refs.FindBranch(pullRequest.SourceBranch) is { } source)
        {
            pullRequest = pullRequest with { SourceHash = source.Target.Hash };
        }

        string? destination = pullRequest.DestinationHash ?? refs.FindBranch(pullRequest.DestinationBranch)?.Target.Hash;
        JsonObject json = PullRequestJson.Item(pullRequest, repository, destination, call.Links);
        if (withPeople)
        {
            PullRequestJson.AddPeople(json, pullRequest, repository, call.Links);
        }

        return json;
    }
}
