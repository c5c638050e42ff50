using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about comments on commits.</summary>
internal static class CommitCommentOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("commit_comment");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/commit/{commit}/comments", ListAsync);
        handlers.Add("POST ~/commit/{commit}/comments", CreateAsync);
        handlers.Add("GET ~/commit/{commit}/comments/{comment_id}", GetAsync);
        handlers.Add("PUT ~/commit/{commit}/comments/{comment_id}", UpdateAsync);
        handlers.Add("DELETE ~/commit/{commit}/comments/{comment_id}", DeleteAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        (HostedRepository repository, string hash, string owner) = await LocateAsync(call);
        IEnumerable<Lazy<JsonObject>> items = call.Data.All<CommitComment>(owner)
            .Select(comment => new Lazy<JsonObject>(() => CommitCommentJson.Full(comment, repository, hash, call.Links)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_schema, call));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        (HostedRepository repository, string hash, string owner) = await LocateAsync(call);
        return ApiAnswer.Ok(CommitCommentJson.Full(Require(call, owner), repository, hash, call.Links));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        (HostedRepository repository, string hash, string owner) = await LocateAsync(call);
        int? parent = CommentRequest.ReadParent(call.Json);
        if (parent is { } number && call.Data.Find<CommitComment>($"{number}", owner) is null)
        {
            throw ApiErrors.BadField("parent.id", $"There is no comment {number} on this commit.");
        }

        CommitComment comment = call.Data.Put(
            new CommitComment(call.Data.Next("commit comment", repository.Uuid))
            {
                AccountUuid = call.RequireAccount().Uuid,
                Raw = CommentRequest.RequireRaw(call.Json),
                Parent = parent,
                CreatedOn = call.Now,
                UpdatedOn = call.Now,
            }.At(call.Json),
            owner);
        return Answer(call, 201, comment, repository, hash, "repo:commit_comment_created");
    }

    private static async Task<ApiAnswer> UpdateAsync(ApiCall call)
    {
        (HostedRepository repository, string hash, string owner) = await LocateAsync(call);
        CommitComment comment = CommentRequest.RequireOwn(call, Require(call, owner));
        comment = call.Data.Put(comment with { Raw = CommentRequest.RequireRaw(call.Json), UpdatedOn = call.Now }, owner);

        // The API description has 201 for the change too.
        return Answer(call, 201, comment, repository, hash, eventKey: null);
    }

    private static async Task<ApiAnswer> DeleteAsync(ApiCall call)
    {
        (_, _, string owner) = await LocateAsync(call);
        CommitComment comment = CommentRequest.RequireOwn(call, Require(call, owner));

        // Answers would hang in the air: the shell of a comment stays.
        call.Data.Put(comment with { IsDeleted = true, Raw = "", UpdatedOn = call.Now }, owner);
        return ApiAnswer.NoContent;
    }

    private static ApiAnswer Answer(ApiCall call, int status, CommitComment comment, HostedRepository repository, string hash, string? eventKey)
    {
        JsonObject json = CommitCommentJson.Full(comment, repository, hash, call.Links);
        if (eventKey is not null)
        {
            call.Events.Add(call, eventKey, repository, new() { ["comment"] = json.DeepClone(), ["commit"] = CommitJson.Brief(hash, repository, call.Links) });
        }

        return new ApiAnswer(status, json).With("Location", (string)json["links"]!["self"]!["href"]!);
    }

    private static async Task<(HostedRepository Repository, string Hash, string Owner)> LocateAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        string hash = await call.RequireHashAsync(repository, "commit");
        return (repository, hash, CommitApproval.OwnerOf(repository, hash));
    }

    private static CommitComment Require(ApiCall call, string owner)
        => call.Data.Find<CommitComment>(call.Path("comment_id"), owner) ?? throw ApiErrors.NotFound($"Comment {call.Path("comment_id")}");
}
