using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about repositories.</summary>
internal static class RepositoryOperations
{
    private static readonly string[] s_roles = ["admin", "contributor", "member", "owner"];

    private static readonly Dictionary<string, QueryFieldType> s_schema = new(StringComparer.Ordinal)
    {
        ["name"] = QueryFieldType.Text,
        ["full_name"] = QueryFieldType.Text,
        ["slug"] = QueryFieldType.Text,
        ["uuid"] = QueryFieldType.Text,
        ["description"] = QueryFieldType.Text,
        ["language"] = QueryFieldType.Text,
        ["scm"] = QueryFieldType.Text,
        ["website"] = QueryFieldType.Text,
        ["fork_policy"] = QueryFieldType.Text,
        ["is_private"] = QueryFieldType.Boolean,
        ["has_issues"] = QueryFieldType.Boolean,
        ["has_wiki"] = QueryFieldType.Boolean,
        ["size"] = QueryFieldType.Number,
        ["created_on"] = QueryFieldType.Date,
        ["updated_on"] = QueryFieldType.Date,
        ["parent"] = QueryFieldType.Text,
        ["mainbranch.name"] = QueryFieldType.Text,
        ["project.key"] = QueryFieldType.Text,
        ["project.name"] = QueryFieldType.Text,
        ["project.uuid"] = QueryFieldType.Text,
        ["owner.uuid"] = QueryFieldType.Text,
        ["owner.display_name"] = QueryFieldType.Text,
        ["workspace.slug"] = QueryFieldType.Text,
        ["workspace.uuid"] = QueryFieldType.Text,
    };

    public static IEnumerable<ApiOperation> All { get; } =
    [
        new("GET", "/2.0/repositories/{workspace}", RequiredScopes.ReadRepository, ListAsync)
        {
            QueryNames = [.. PageRequest.Names, "q", "sort", "role"],
        },
        new("GET", "/2.0/repositories/{workspace}/{repo_slug}", RequiredScopes.ReadRepository, GetAsync),
    ];

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        Workspace workspace = call.RequireWorkspace();
        if (call.Credential?.SeesInto(workspace) is false)
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
        string? role = call.Query["role"];
        if (role is not null && !s_roles.Contains(role, StringComparer.Ordinal))
        {
            throw ApiErrors.BadField("role", $"\"{role}\" is not one of {string.Join(", ", s_roles)}.");
        }

        // Who is a member of the workspace has every right there, so each role means all they see.
        return call.World.Repositories
            .Where(repository => repository.Workspace == workspace && call.Sees(repository))
            .Where(repository => role is null || call.Credential?.IsMemberOf(repository) is true);
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
        => ApiAnswer.Ok(
            await RepositoryJson.FullAsync(call.RequireRepository(), call.Links, call.CancellationToken));
}
