using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about what builds say about commits.</summary>
internal static class CommitStatusOperations
{
    private const int LongestKey = 40;

    private static readonly string[] s_commitDetails = ["date", "author", "message"];

    private static readonly FieldSchema s_schema = FieldSchema.Of("commitstatus");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/commit/{commit}/statuses", ListAsync);
        handlers.Add("POST ~/commit/{commit}/statuses/build", CreateAsync);
        handlers.Add("GET ~/commit/{commit}/statuses/build/{key}", GetAsync);
        handlers.Add("PUT ~/commit/{commit}/statuses/build/{key}", UpdateAsync);
    }

    /// <summary>The page of the statuses of a commit, as pull requests show it too.</summary>
    public static ApiAnswer List(ApiCall call, HostedRepository repository, string hash)
    {
        string? refName = call.Query["refname"];
        IEnumerable<CommitStatus> statuses = call.Data.All<CommitStatus>(CommitApproval.OwnerOf(repository, hash))
            .Where(status => refName is null || string.Equals(status.RefName, refName, StringComparison.Ordinal));
        return ApiAnswer.Ok(ItemList.ToPage(
            [.. statuses.Select(status => new Lazy<JsonObject>(() => CommitStatusJson.Full(status, repository, call.Links)))], s_schema, call));
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        return List(call, repository, await call.RequireHashAsync(repository, "commit"));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        CommitStatus status = await RequireAsync(call, repository);
        return ApiAnswer.Ok(CommitStatusJson.Full(status, repository, call.Links));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        string hash = await call.RequireHashAsync(repository, "commit");
        string key = call.Json.RequireText("key");
        if (key.Length > LongestKey)
        {
            throw ApiErrors.BadField("key", $"Ensure this value has at most {LongestKey} characters (it has {key.Length}).");
        }

        // Checked again here: a status that exists may be changed with part of this.
        call.Json.RequireText("url");
        string owner = CommitApproval.OwnerOf(repository, hash);
        CommitStatus? existing = call.Data.Find<CommitStatus>(key, owner);
        CommitStatus status = call.Data.Put(
            Apply(call, existing ?? new(key, hash) { State = "", Url = "", CreatedOn = call.Now, UpdatedOn = call.Now }), owner);
        JsonObject json = CommitStatusJson.Full(status, repository, call.Links);
        await TellAsync(call, repository, hash, existing is null ? "repo:commit_status_created" : "repo:commit_status_updated", json);
        return existing is null ? ApiAnswer.Created(json) : ApiAnswer.Ok(json);
    }

    private static async Task<ApiAnswer> UpdateAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        CommitStatus status = await RequireAsync(call, repository);
        if (call.Json.Text("key") is { } key && !string.Equals(key, status.Key, StringComparison.Ordinal))
        {
            throw ApiErrors.BadField("key", "The key of a status cannot be changed.");
        }

        CommitStatus changed = call.Data.Put(Apply(call, status), CommitApproval.OwnerOf(repository, status.CommitHash));
        JsonObject json = CommitStatusJson.Full(changed, repository, call.Links);
        await TellAsync(call, repository, status.CommitHash, "repo:commit_status_updated", json);
        return ApiAnswer.Ok(json);
    }

    // Webhooks hear more of the commit than the API answers.
    private static async Task TellAsync(ApiCall call, HostedRepository repository, string hash, string key, JsonObject status)
    {
        JsonObject told = (JsonObject)status.DeepClone();
        JsonObject commit = CommitJson.Full(await repository.Git.ReadCommitAsync(hash, call.CancellationToken), repository, call.Links);
        foreach (string name in s_commitDetails)
        {
            told["commit"]![name] = commit[name]?.DeepClone();
        }

        call.Events.Add(call, key, repository, new() { ["commit_status"] = told });
    }

    private static CommitStatus Apply(ApiCall call, CommitStatus status) => status with
    {
        State = call.Json.Text("state") ?? status.State,
        Url = call.Json.Text("url") ?? status.Url,
        Name = call.Json.Text("name") ?? status.Name,
        Description = call.Json.Text("description") ?? status.Description,
        RefName = call.Json.Text("refname") ?? status.RefName,
        UpdatedOn = call.Now,
    };

    private static async Task<CommitStatus> RequireAsync(ApiCall call, HostedRepository repository)
    {
        string hash = await call.RequireHashAsync(repository, "commit");
        string key = call.Path("key");
        return call.Data.Find<CommitStatus>(key, CommitApproval.OwnerOf(repository, hash)) ?? throw ApiErrors.NotFound($"Build status {key}");
    }
}
