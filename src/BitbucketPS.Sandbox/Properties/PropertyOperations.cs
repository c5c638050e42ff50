namespace BitbucketPS.Sandbox;

/// <summary>What applications keep with repositories, commits, pull requests and people.</summary>
internal static class PropertyOperations
{
    public static void AddTo(HandlerTable handlers)
    {
        Add(handlers, "~", call => Task.FromResult(RequireRepository(call).Uuid));
        Add(handlers, "~/commit/{commit}", async call =>
        {
            HostedRepository repository = RequireRepository(call);
            return CommitApproval.OwnerOf(repository, await call.RequireHashAsync(repository, "commit"));
        });
        Add(handlers, "~/pullrequests/{pullrequest_id}", call =>
        {
            HostedRepository repository = RequireRepository(call);
            string id = call.Path("pullrequest_id");
            PullRequest found = call.Data.Find<PullRequest>(id, repository.Uuid) ?? throw ApiErrors.NotFound($"Pull request {id}");
            return Task.FromResult(found.OwnerIn(repository));
        });
        Add(handlers, "/users/{selected_user}", call =>
        {
            string id = call.Path("selected_user");
            Account account = call.World.FindAccount(id) ?? throw ApiErrors.NotFound($"User {id}");
            bool isOthers = !string.Equals(account.Uuid, call.Credential?.Account.Uuid, StringComparison.Ordinal);
            return call.Operation.Changes && isOthers
                ? throw new ApiException(403, "You cannot change the properties of somebody else.")
                : Task.FromResult(account.Uuid);
        });
    }

    private static void Add(HandlerTable handlers, string path, Func<ApiCall, Task<string>> findOwner)
    {
        string name = path + "/properties/{app_key}/{property_name}";
        handlers.Add($"GET {name}", async call => ApiAnswer.Ok(Require(call, await findOwner(call)).Content.DeepClone()));
        handlers.Add($"PUT {name}", async call =>
        {
            call.RequireCredential();
            call.Data.Put(new AppProperty(IdOf(call), (System.Text.Json.Nodes.JsonObject)call.Json.DeepClone()), await findOwner(call));
            return ApiAnswer.NoContent;
        });
        handlers.Add($"DELETE {name}", async call =>
        {
            string owner = await findOwner(call);
            call.Data.Remove<AppProperty>(Require(call, owner).Id, owner);
            return ApiAnswer.NoContent;
        });
    }

    // The operations name no scope; what is written needs access to write all the same.
    private static HostedRepository RequireRepository(ApiCall call)
        => call.RequireRepository(call.Operation.Changes ? AccessLevel.Write : AccessLevel.Read);

    private static AppProperty Require(ApiCall call, string owner)
        => call.Data.Find<AppProperty>(IdOf(call), owner) ?? throw ApiErrors.NotFound($"Property {call.Path("property_name")}");

    // Ids are found in any case, and names of properties are not.
    private static string IdOf(ApiCall call) => StableId.Uuid("property", $"{call.Path("app_key")}/{call.Path("property_name")}");
}
