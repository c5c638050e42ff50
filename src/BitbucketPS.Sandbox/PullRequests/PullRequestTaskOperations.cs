using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Tasks of pull requests.</summary>
internal static class PullRequestTaskOperations
{
    private const string ListPath = "~/pullrequests/{pull_request_id}/tasks";

    private static readonly FieldSchema s_schema = FieldSchema.Of("pullrequest_comment_task");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add($"GET {ListPath}", ListAsync);
        handlers.Add($"POST {ListPath}", CreateAsync);
        handlers.Add($"GET {ListPath}/{{task_id}}", GetAsync);
        handlers.Add($"PUT {ListPath}/{{task_id}}", UpdateAsync);
        handlers.Add($"DELETE {ListPath}/{{task_id}}", DeleteAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        IEnumerable<Lazy<JsonObject>> items = call.Data.All<PullRequestTask>(pullRequest.OwnerIn(repository))
            .Where(task => task.IsVisibleTo(call.Credential?.Account))
            .Select(task => new Lazy<JsonObject>(() => ToJson(task, pullRequest, repository, call.Links)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_schema, call));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        return ApiAnswer.Ok(ToJson(Require(call, repository, pullRequest), pullRequest, repository, call.Links));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        string owner = pullRequest.OwnerIn(repository);
        int? comment = (call.Json["comment"] as JsonObject)?.Integer("id");
        if (comment is { } number && call.FindComment(owner, $"{number}") is not { IsDeleted: false })
        {
            throw ApiErrors.BadField("comment.id", $"There is no comment {number} on this pull request.");
        }

        PullRequestTask task = call.Data.Put(
            new PullRequestTask(call.Data.Next("pull request task", repository.Uuid))
            {
                AccountUuid = call.RequireAccount().Uuid,
                Raw = CommentRequest.RequireRaw(call.Json),
                CommentNumber = comment,
                IsPending = call.Json.Boolean("pending") ?? false,
                CreatedOn = call.Now,
                UpdatedOn = call.Now,
            },
            owner);
        JsonObject json = ToJson(task, pullRequest, repository, call.Links);
        return ApiAnswer.Created(json).With("Location", (string)json["links"]!["self"]!["href"]!);
    }

    private static async Task<ApiAnswer> UpdateAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        PullRequestTask task = Require(call, repository, pullRequest);
        bool isResolved = call.Json.Text("state") is { } state ? state is "RESOLVED" : task.IsResolved;
        PullRequestTask changed = task with
        {
            Raw = call.Json["content"] is null ? task.Raw : CommentRequest.RequireRaw(call.Json),
            ResolvedBy = isResolved ? task.ResolvedBy ?? call.RequireAccount().Uuid : null,
            ResolvedOn = isResolved ? task.ResolvedOn ?? call.Now : null,
            UpdatedOn = call.Now,
        };
        call.Data.Put(changed, pullRequest.OwnerIn(repository));
        return ApiAnswer.Ok(ToJson(changed, pullRequest, repository, call.Links));
    }

    private static async Task<ApiAnswer> DeleteAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        call.Data.Remove<PullRequestTask>(Require(call, repository, pullRequest).Id, pullRequest.OwnerIn(repository));
        return ApiAnswer.NoContent;
    }

    private static PullRequestTask Require(ApiCall call, HostedRepository repository, PullRequest pullRequest)
    {
        string id = call.Path("task_id");
        return call.Data.Find<PullRequestTask>(id, pullRequest.OwnerIn(repository)) is { } task && task.IsVisibleTo(call.Credential?.Account)
            ? task
            : throw ApiErrors.NotFound($"Task {id}");
    }

    private static JsonObject ToJson(PullRequestTask task, PullRequest pullRequest, HostedRepository repository, ApiLinks links)
    {
        JsonObject json = new()
        {
            ["id"] = task.Number,
            ["created_on"] = AccountJson.Time(task.CreatedOn),
            ["updated_on"] = AccountJson.Time(task.UpdatedOn),
            ["state"] = task.IsResolved ? "RESOLVED" : "UNRESOLVED",
            ["content"] = RenderedText.ToJson(task.Raw),
            ["creator"] = PullRequestJson.Person(repository.World, task.AccountUuid, links),
            ["pending"] = task.IsPending,
            ["resolved_on"] = task.ResolvedOn is { } resolved ? AccountJson.Time(resolved) : null,
            ["resolved_by"] = task.ResolvedBy is { } resolver ? PullRequestJson.Person(repository.World, resolver, links) : null,
            ["links"] = new JsonObject
            {
                ["self"] = links.Api($"repositories/{repository.FullName}/pullrequests/{pullRequest.Id}/tasks/{task.Id}"),
                ["html"] = links.Site($"{repository.FullName}/pull-requests/{pullRequest.Id}#task-{task.Id}"),
            },
        };
        if (task.CommentNumber is { } number)
        {
            json["comment"] = new JsonObject
            {
                ["id"] = number,
                ["links"] = new JsonObject { ["self"] = links.Api($"repositories/{repository.FullName}/pullrequests/{pullRequest.Id}/comments/{number}") },
            };
        }

        return json;
    }
}
