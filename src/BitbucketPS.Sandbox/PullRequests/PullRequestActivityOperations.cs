using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What happened to one pull request, or to all of a repository.</summary>
internal static class PullRequestActivityOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("pullrequest");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/pullrequests/activity", ListAll);
        handlers.Add("GET ~/pullrequests/{pull_request_id}/activity", ListAsync);
    }

    private static ApiAnswer ListAll(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        return Answer(call, repository, call.Data.All<PullRequestEvent>(repository.Uuid));
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        return Answer(call, repository, call.Data.All<PullRequestEvent>(repository.Uuid).Where(entry => entry.PullRequestNumber == pullRequest.Number));
    }

    private static ApiAnswer Answer(ApiCall call, HostedRepository repository, IEnumerable<PullRequestEvent> entries)
    {
        JsonObject page = ItemList.ToPage(
            [.. entries.Reverse().Select(entry => new Lazy<JsonObject>(() => ToJson(call, repository, entry)))], s_schema, call);

        // Of a page of activity the service tells how long it may be, and nothing else.
        page.Remove("size");
        page.Remove("page");
        page.Remove("previous");
        return ApiAnswer.Ok(page);
    }

    private static JsonObject ToJson(ApiCall call, HostedRepository repository, PullRequestEvent entry)
    {
        string id = $"{entry.PullRequestNumber}";
        PullRequest pullRequest = call.Data.Find<PullRequest>(id, repository.Uuid)!;
        return new()
        {
            ["pull_request"] = PullRequestJson.Brief(pullRequest, repository, call.Links),
            [entry.Kind] = entry.Kind switch
            {
                PullRequestEvent.Update => Update(call, repository, entry),
                PullRequestEvent.Comment => Comment(call, repository, pullRequest, entry),
                _ => Review(call, repository, pullRequest, entry),
            },
        };
    }

    private static JsonObject Update(ApiCall call, HostedRepository repository, PullRequestEvent entry)
    {
        PullRequest then = entry.Snapshot!;
        JsonObject json = PullRequestJson.Item(then, repository, then.DestinationHash, call.Links);
        return new()
        {
            ["state"] = then.State,
            ["draft"] = then.IsDraft,
            ["title"] = then.Title,
            ["description"] = then.Description,
            ["reason"] = then.Reason,
            ["author"] = PullRequestJson.Person(repository.World, entry.AccountUuid, call.Links),
            ["date"] = AccountJson.Time(entry.Date),
            ["source"] = json["source"]!.DeepClone(),
            ["destination"] = json["destination"]!.DeepClone(),
            ["reviewers"] = new JsonArray([.. then.Reviewers.Select(uuid => PullRequestJson.Person(repository.World, uuid, call.Links))]),
            ["changes"] = PullRequestChanges.Between(Previous(call, repository, entry), then, repository.World, call.Links),
        };
    }

    private static PullRequest? Previous(ApiCall call, HostedRepository repository, PullRequestEvent entry)
        => call.Data.All<PullRequestEvent>(repository.Uuid)
            .LastOrDefault(earlier => earlier.Number < entry.Number && earlier.PullRequestNumber == entry.PullRequestNumber && earlier.Snapshot is not null)
            ?.Snapshot;

    private static JsonObject? Comment(ApiCall call, HostedRepository repository, PullRequest pullRequest, PullRequestEvent entry)
        => call.Data.Find<PullRequestComment>($"{entry.CommentNumber}", pullRequest.OwnerIn(repository)) is { } comment
            ? PullRequestCommentJson.Full(comment, pullRequest, repository, call.Links)
            : null;

    private static JsonObject Review(ApiCall call, HostedRepository repository, PullRequest pullRequest, PullRequestEvent entry) => new()
    {
        ["date"] = AccountJson.Time(entry.Date),
        ["user"] = PullRequestJson.Person(repository.World, entry.AccountUuid, call.Links),
        ["pullrequest"] = PullRequestJson.Brief(pullRequest, repository, call.Links),
    };
}
