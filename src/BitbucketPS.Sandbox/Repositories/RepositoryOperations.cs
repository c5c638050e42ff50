using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about repositories.</summary>
internal static class RepositoryOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("repository");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET /repositories/{workspace}", ListAsync);
        handlers.Add("GET ~", GetAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        Workspace workspace = call.RequireWorkspace();
        if (call.Credential is not null && !call.SeesInto(workspace))
        {
            throw ApiErrors.NoSuchWorkspace(call.Path("workspace"));
        }

        List<Lazy<JsonObject>> items = [];
        foreach (HostedRepository repository in Visible(call, workspace))
        {
            items.Add(new(await RepositoryJson.FullAsync(repository, call.Links, call.CancellationToken)));
        }

        return ApiAnswer.Ok(ItemList.ToPage(items, s_schema, call));
    }

    private static IEnumerable<HostedRepository> Visible(ApiCall call, Workspace workspace)
    {
        AccessLevel least = call.Query["role"] switch
        {
            "admin" or "owner" => AccessLevel.Admin,
            "contributor" => AccessLevel.Write,
            _ => AccessLevel.Read,
        };
        return call.World.RepositoriesOf(workspace)
            .Where(repository => AccessRules.LevelOf(call.Credential, repository) >= least)
            .Where(repository => call.Query["role"] is null || call.SeesInto(workspace));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
        => ApiAnswer.Ok(
            await RepositoryJson.FullAsync(call.RequireRepository(), call.Links, call.CancellationToken));
}
