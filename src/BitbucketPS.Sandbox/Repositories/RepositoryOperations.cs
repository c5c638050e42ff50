using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations that look at repositories, and at what they inherit.</summary>
internal static class RepositoryOperations
{
    private static readonly FieldSchema s_accounts = FieldSchema.Of("account");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET /repositories/{workspace}", List);
        handlers.Add("GET ~", Get);
        handlers.Add("GET ~/watchers", ListWatchers);
        handlers.Add("GET ~/override-settings", GetOverrides);
        handlers.Add("PUT ~/override-settings", SetOverrides);
    }

    private static ApiAnswer List(ApiCall call)
    {
        Workspace workspace = call.RequireWorkspace();
        return call.Credential is null || call.SeesInto(workspace)
            ? ApiAnswer.Ok(RepositoryList.ToPage(call.World.RepositoriesOf(workspace), call))
            : throw ApiErrors.NoSuchWorkspace(call.Path("workspace"));
    }

    private static ApiAnswer Get(ApiCall call) => ApiAnswer.Ok(RepositoryJson.Full(call.RequireRepository(), call.Links));

    private static ApiAnswer ListWatchers(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        IEnumerable<Lazy<JsonObject>> items = call.Data.All<Watcher>(repository.Uuid)
            .Select(watcher => call.World.FindAccount(watcher.AccountUuid))
            .OfType<Account>()
            .Select(account => new Lazy<JsonObject>(() => AccountJson.Brief(account, call.Links)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_accounts, call));
    }

    private static ApiAnswer GetOverrides(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        return ApiAnswer.Ok(new JsonObject
        {
            ["type"] = "repository_inheritance_state",
            ["override_settings"] = RepositoryJson.Overrides(repository),
        });
    }

    private static ApiAnswer SetOverrides(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        JsonObject wanted = call.Json.RequireObject("override_settings");
        foreach ((string name, JsonNode? value) in wanted)
        {
            if (!RepositoryJson.Overrides(repository).ContainsKey(name) || wanted.Boolean(name) is null)
            {
                throw ApiErrors.BadField($"override_settings.{name}", value is null ? "expected bool" : "not a setting that can be true or false");
            }
        }

        call.World.Put(repository.Record with
        {
            OverridesMergeStrategy = wanted.Boolean("default_merge_strategy") ?? repository.Record.OverridesMergeStrategy,
            OverridesBranchingModel = wanted.Boolean("branching_model") ?? repository.Record.OverridesBranchingModel,
        });
        return ApiAnswer.NoContent;
    }
}
