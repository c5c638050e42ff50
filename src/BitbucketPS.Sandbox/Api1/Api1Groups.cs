using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The groups of workspaces, which API 2.0 never got: API 1.0 goes on answering about them.</summary>
/// <remarks>They need a scope that API tokens cannot have, and the slug of the workspace rather than its UUID.</remarks>
internal static class Api1Groups
{
    private const string Groups = "/1.0/groups/{workspace}";
    private const string Members = Groups + "/{group_slug}/members";

    private static readonly RequiredScopes s_scopes = new(["account:write"], ["account:write"]);

    public static IEnumerable<ApiOperation> All { get; } =
    [
        Operation("GET", Groups, List),
        Operation("POST", Groups, CreateAsync) with { Body = new() { TakesForms = true } },
        Operation("DELETE", Groups + "/{group_slug}", Delete),
        Operation("GET", Members, ListMembers),
        Operation("PUT", Members + "/{member}", AddMember),
        Operation("DELETE", Members + "/{member}", RemoveMember),
    ];

    private static ApiOperation Operation(string method, string path, Func<ApiCall, ApiAnswer> handler)
        => Operation(method, path, call => Task.FromResult(handler(call)));

    private static ApiOperation Operation(string method, string path, Func<ApiCall, Task<ApiAnswer>> handler)
        => new(method, path, s_scopes) { Handler = handler, NeedsAccount = true };

    private static ApiAnswer List(ApiCall call)
    {
        Workspace workspace = RequireWorkspace(call);
        return ApiAnswer.Ok(new JsonArray([.. call.Data.All<Group>(workspace.Uuid).Select(group => Api1GroupJson.Full(group, workspace, call))]));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        Workspace workspace = RequireWorkspace(call);
        JsonObject form = FlatForm.ToJson(await call.Http.Request.ReadOptionalFormAsync(call.CancellationToken), shape: null) ?? [];
        string name = form.RequireText("name");
        Group group = new(RepositorySlug.FromName(name), name);
        if (call.Data.Find<Group>(group.Slug, workspace.Uuid) is not null)
        {
            throw new ApiException(400, "A group with this name already exists.");
        }

        call.Data.Put(group, workspace.Uuid);
        return ApiAnswer.Ok(Api1GroupJson.Full(group, workspace, call));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        Workspace workspace = RequireWorkspace(call);
        Group group = RequireGroup(call, workspace);
        GroupRemoval.Remove(call.World, workspace, group);
        return ApiAnswer.NoContent;
    }

    private static ApiAnswer ListMembers(ApiCall call)
        => ApiAnswer.Ok(Api1GroupJson.Members(RequireGroup(call, RequireWorkspace(call)), call));

    private static ApiAnswer AddMember(ApiCall call)
    {
        Workspace workspace = RequireWorkspace(call);
        Group group = RequireGroup(call, workspace);
        Account account = call.RequireNamedAccount("member");
        if (group.Members.Contains(account.Uuid, StringComparer.Ordinal))
        {
            throw new ApiException(409, $"{account.DisplayName} is in this group already.");
        }

        // Who gets into a group belongs to its workspace.
        if (!call.World.IsMember(workspace, account))
        {
            call.Data.Put(new Membership(account.Uuid, Membership.Member, call.Now), workspace.Uuid);
        }

        call.Data.Put(group with { Members = [.. group.Members, account.Uuid] }, workspace.Uuid);
        return ApiAnswer.Ok(Api1GroupJson.Member(account, call.Links));
    }

    private static ApiAnswer RemoveMember(ApiCall call)
    {
        Workspace workspace = RequireWorkspace(call);
        Group group = RequireGroup(call, workspace);
        Account account = call.RequireNamedAccount("member");
        if (!group.Members.Contains(account.Uuid, StringComparer.Ordinal))
        {
            throw new ApiException(404, $"{account.DisplayName} is not in this group.");
        }

        call.Data.Put(group with { Members = [.. group.Members.Except([account.Uuid], StringComparer.Ordinal)] }, workspace.Uuid);
        return ApiAnswer.NoContent;
    }

    private static Workspace RequireWorkspace(ApiCall call)
        => call.Path("workspace").StartsWith('{')
            ? throw ApiErrors.MethodNotAllowed(["GET", "POST"])
            : call.RequireAdministeredWorkspace();

    private static Group RequireGroup(ApiCall call, Workspace workspace)
        => call.Data.Find<Group>(call.Path("group_slug"), workspace.Uuid) ?? throw ApiErrors.NotFound($"Group {call.Path("group_slug")}");
}
