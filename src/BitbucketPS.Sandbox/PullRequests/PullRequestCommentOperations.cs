using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Comments on pull requests, their threads and what resolves them.</summary>
internal static class PullRequestCommentOperations
{
    private const string ListPath = "~/pullrequests/{pull_request_id}/comments";
    private const string Created = "pullrequest:comment_created";

    private static readonly FieldSchema s_schema = FieldSchema.Of("pullrequest_comment");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add($"GET {ListPath}", ListAsync);
        handlers.Add($"POST {ListPath}", CreateAsync);
        handlers.Add($"GET {ListPath}/{{comment_id}}", GetAsync);
        handlers.Add($"PUT {ListPath}/{{comment_id}}", UpdateAsync);
        handlers.Add($"DELETE {ListPath}/{{comment_id}}", DeleteAsync);
        handlers.Add($"POST {ListPath}/{{comment_id}}/resolve", ResolveAsync);
        handlers.Add($"DELETE {ListPath}/{{comment_id}}/resolve", ReopenAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        IEnumerable<Lazy<JsonObject>> items = call.Data.All<PullRequestComment>(pullRequest.OwnerIn(repository))
            .Where(comment => comment.IsVisibleTo(call.Credential?.Account))
            .Select(comment => new Lazy<JsonObject>(() => PullRequestCommentJson.Full(comment, pullRequest, repository, call.Links)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_schema, call));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        return ApiAnswer.Ok(PullRequestCommentJson.Full(Require(call, repository, pullRequest), pullRequest, repository, call.Links));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        string owner = pullRequest.OwnerIn(repository);
        int? parent = CommentRequest.ReadParent(call.Json);
        if (parent is { } number && call.FindComment(owner, $"{number}") is null)
        {
            throw ApiErrors.BadField("parent.id", $"There is no comment {number} on this pull request.");
        }

        PullRequestComment comment = call.Data.Put(
            new PullRequestComment(call.Data.Next("pull request comment", repository.Uuid))
            {
                AccountUuid = call.RequireAccount().Uuid,
                Raw = CommentRequest.RequireRaw(call.Json),
                Parent = parent,
                IsPending = call.Json.Boolean("pending") ?? false,
                CreatedOn = call.Now,
                UpdatedOn = call.Now,
            }.At(call.Json),
            owner);
        JsonObject json = await TellAsync(call, repository, pullRequest, comment, Created);
        return ApiAnswer.Created(json).With("Location", (string)json["links"]!["self"]!["href"]!);
    }

    private static async Task<ApiAnswer> UpdateAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        PullRequestComment comment = CommentRequest.RequireOwn(call, Require(call, repository, pullRequest));
        PullRequestComment changed = comment with
        {
            Raw = call.Json["content"] is null ? comment.Raw : CommentRequest.RequireRaw(call.Json),

            // What others have seen cannot be hidden from them again.
            IsPending = comment.IsPending && (call.Json.Boolean("pending") ?? true),
            UpdatedOn = call.Now,
        };
        call.Data.Put(changed, pullRequest.OwnerIn(repository));
        return ApiAnswer.Ok(await TellAsync(call, repository, pullRequest, changed, comment.IsPending ? Created : "pullrequest:comment_updated"));
    }

    private static async Task<ApiAnswer> DeleteAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        PullRequestComment comment = CommentRequest.RequireOwn(call, Require(call, repository, pullRequest));

        // Answers would hang in the air: the shell of a comment stays.
        PullRequestComment shell = comment with { IsDeleted = true, Raw = "", UpdatedOn = call.Now };
        call.Data.Put(shell, pullRequest.OwnerIn(repository));
        await TellAsync(call, repository, pullRequest, shell, "pullrequest:comment_deleted");
        return ApiAnswer.NoContent;
    }

    private static async Task<ApiAnswer> ResolveAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        PullRequestComment comment = RequireThread(call, repository, pullRequest);
        if (comment.ResolvedBy is not null)
        {
            throw new ApiException(409, "The comment is resolved already.");
        }

        PullRequestComment resolved = comment with { ResolvedBy = call.RequireAccount().Uuid, ResolvedOn = call.Now };
        call.Data.Put(resolved, pullRequest.OwnerIn(repository));
        JsonObject json = await TellAsync(call, repository, pullRequest, resolved, "pullrequest:comment_resolved");
        return ApiAnswer.Ok(json["resolution"]!.DeepClone());
    }

    private static async Task<ApiAnswer> ReopenAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        PullRequestComment comment = RequireThread(call, repository, pullRequest);
        if (comment.ResolvedBy is null)
        {
            throw new ApiException(404, "The comment is not resolved.");
        }

        PullRequestComment open = comment with { ResolvedBy = null, ResolvedOn = null };
        call.Data.Put(open, pullRequest.OwnerIn(repository));
        await TellAsync(call, repository, pullRequest, open, "pullrequest:comment_reopened");
        return ApiAnswer.NoContent;
    }

    private static async Task<JsonObject> TellAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest, PullRequestComment comment, string key)
    {
        JsonObject json = PullRequestCommentJson.Full(comment, pullRequest, repository, call.Links);
        if (comment.IsPending)
        {
            // Nobody but its author hears of it.
            return json;
        }

        if (key is Created)
        {
            PullRequestLog.NoteComment(call, repository, pullRequest, comment);
        }

        PullRequestLog.Tell(
            call, key, repository, await PullRequestJson.FullAsync(pullRequest, repository, call.Links, call.CancellationToken), ("comment", json));
        return json;
    }

    private static PullRequestComment Require(ApiCall call, HostedRepository repository, PullRequest pullRequest)
    {
        string id = call.Path("comment_id");
        return call.FindComment(pullRequest.OwnerIn(repository), id) ?? throw ApiErrors.NotFound($"Comment {id}");
    }

    private static PullRequestComment RequireThread(ApiCall call, HostedRepository repository, PullRequest pullRequest)
    {
        PullRequestComment comment = Require(call, repository, pullRequest);
        return comment is { Parent: null, IsDeleted: false } ? comment : throw new ApiException(403, "Only the first comment of a thread can be resolved.");
    }
}
