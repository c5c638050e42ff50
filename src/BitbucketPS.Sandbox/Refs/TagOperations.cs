using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about tags, and about branches and tags together.</summary>
internal static class TagOperations
{
    private static readonly FieldSchema s_tags = FieldSchema.Of("tag", "name");
    private static readonly FieldSchema s_refs = FieldSchema.Of("ref", "name");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/refs", ListAllAsync);
        handlers.Add("GET ~/refs/tags", ListAsync);
        handlers.Add("POST ~/refs/tags", CreateAsync);
        handlers.Add("GET ~/refs/tags/{name*}", GetAsync);
        handlers.Add("DELETE ~/refs/tags/{name*}", DeleteAsync);
    }

    private static async Task<ApiAnswer> ListAllAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        RefList refs = await repository.Git.ReadRefsAsync(call.CancellationToken);
        IEnumerable<Lazy<JsonObject>> items =
        [
            .. refs.Branches.Select(branch => new Lazy<JsonObject>(() => BranchJson.Full(branch, repository, call.Links))),
            .. refs.Tags.Select(tag => new Lazy<JsonObject>(() => TagJson.Full(tag, repository, call.Links))),
        ];
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_refs, call));
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        RefList refs = await repository.Git.ReadRefsAsync(call.CancellationToken);
        return ApiAnswer.Ok(ItemList.ToPage(
            [.. refs.Tags.Select(tag => new Lazy<JsonObject>(() => TagJson.Full(tag, repository, call.Links)))], s_tags, call));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        return ApiAnswer.Ok(TagJson.Full(await RequireAsync(call, repository), repository, call.Links));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        string name = call.Json.RequireText("name");
        if (name.StartsWith("refs/", StringComparison.Ordinal) || !await GitRepository.IsBranchNameAsync(name, call.CancellationToken))
        {
            throw ApiErrors.BadField("name", $"\"{name}\" is not a valid tag name.", "Invalid tag name");
        }

        string target = call.Json.RequireObject("target").RequireText("hash", "target.hash");
        string hash = await repository.Git.ResolveAsync(target, call.CancellationToken)
            ?? throw ApiErrors.BadField("target.hash", $"\"{target}\" is neither a commit nor a branch.", "Invalid target");
        Account account = call.RequireAccount();
        GitIdentity tagger = new(account.DisplayName, account.Email, call.Now);

        // Tags made over the API have an object of their own, whether or not a message comes with them.
        string message = call.Json.Text("message") ?? $"Added tag {name} for changeset {hash[..12]}";
        switch (await repository.Git.CreateTagAsync(name, hash, message, tagger, call.CancellationToken))
        {
            case RefCreation.AlreadyExists:
                throw Conflict($"Tag \"{name}\" already exists.", "TAG_ALREADY_EXISTS");
            case RefCreation.Refused:
                throw Conflict($"Tag \"{name}\" conflicts with another tag.", "TAG_NAME_CONFLICT");
        }

        call.World.Touch(repository, call.Now);
        GitTag tag = (await repository.Git.FindTagAsync(name, call.CancellationToken))!;
        return ApiAnswer.Created(TagJson.Full(tag, repository, call.Links));
    }

    private static async Task<ApiAnswer> DeleteAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        GitTag tag = await RequireAsync(call, repository);
        await repository.Git.DeleteTagAsync(tag.Name, call.CancellationToken);
        call.World.Touch(repository, call.Now);
        return ApiAnswer.NoContent;
    }

    private static ApiException Conflict(string message, string key) => new(400, message) { Facts = new() { ["key"] = key } };

    private static async Task<GitTag> RequireAsync(ApiCall call, HostedRepository repository)
    {
        string name = call.Path("name");
        return await repository.Git.FindTagAsync(name, call.CancellationToken)
            ?? throw new ApiException(404, $"Tag \"{name}\" does not exist.");
    }
}
