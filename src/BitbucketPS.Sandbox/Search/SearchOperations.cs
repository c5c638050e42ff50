using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Searching the code of a workspace: git looks through the main branches of all that who asks may see.</summary>
internal static class SearchOperations
{
    public static void AddTo(HandlerTable handlers) => handlers.Add("GET /workspaces/{workspace}/search/code", SearchAsync);

    private static async Task<ApiAnswer> SearchAsync(ApiCall call)
    {
        Workspace workspace = call.RequireOwnWorkspace();
        CodeQuery query = CodeQuery.Parse(call.Query["search_query"]!);
        List<Lazy<JsonObject>> found = [];
        foreach (HostedRepository repository in call.World.RepositoriesOf(workspace).Where(call.Sees))
        {
            if (query.Repository is null || string.Equals(query.Repository, repository.Slug, StringComparison.OrdinalIgnoreCase))
            {
                found.AddRange(await SearchAsync(call, query, repository));
            }
        }

        JsonObject page = ItemList.ToPage(found, FieldSchema.Of("search_code_search_result"), call);
        page["query_substituted"] = false;
        return ApiAnswer.Ok(page);
    }

    private static async Task<IEnumerable<Lazy<JsonObject>>> SearchAsync(ApiCall call, CodeQuery query, HostedRepository repository)
    {
        if (await repository.Git.ResolveAsync("HEAD", call.CancellationToken) is not { } hash)
        {
            return [];
        }

        IReadOnlyList<GitMatch> matches = await repository.Git.SearchAsync(hash, query.Words, call.CancellationToken);
        return matches.Where(match => query.Includes(match.Path))
            .GroupBy(match => match.Path, StringComparer.Ordinal)
            .Select(file => new Lazy<JsonObject>(() => CodeMatchJson.Full(file.Key, [.. file], query, hash, repository, call.Links)));
    }
}
