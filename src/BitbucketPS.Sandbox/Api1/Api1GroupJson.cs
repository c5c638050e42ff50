using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Groups as API 1.0 answers them.</summary>
internal static class Api1GroupJson
{
    public static JsonObject Full(Group group, Workspace workspace, ApiCall call) => new()
    {
        ["name"] = group.Name,
        ["slug"] = group.Slug,
        ["permission"] = null,
        ["auto_add"] = false,
        ["members"] = Members(group, call),
        ["owner"] = new JsonObject
        {
            ["username"] = workspace.Slug,
            ["display_name"] = workspace.Name,
            ["uuid"] = workspace.Uuid,
            ["is_team"] = true,
            ["is_active"] = true,
            ["resource_uri"] = $"/1.0/users/{workspace.Slug}",
        },
    };

    public static JsonArray Members(Group group, ApiCall call)
        => new([.. group.Members.Select(call.World.FindAccount).OfType<Account>().Select(account => Member(account, call.Links))]);

    public static JsonObject Member(Account account, ApiLinks links) => new()
    {
        ["display_name"] = account.DisplayName,
        ["nickname"] = account.Username,
        ["uuid"] = account.Uuid,
        ["account_id"] = account.AccountId,
        ["is_team"] = false,
        ["is_active"] = account.IsActive,
        ["avatar"] = $"{links.Origin}/account/{account.Username}/avatar/32/",
        ["resource_uri"] = $"/1.0/users/{account.Uuid}",
    };
}
