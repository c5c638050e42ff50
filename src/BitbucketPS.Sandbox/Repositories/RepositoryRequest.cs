using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Reads what bodies say about repositories; what only the service can say is not looked at.</summary>
internal static class RepositoryRequest
{
    private const int LongestName = 255;

    /// <summary>A repository with what a body says about it, apart from its name.</summary>
    /// <exception cref="ApiException">400 if it makes no sense, 403 if the project is not open to who asks.</exception>
    public static RepositoryRecord Apply(RepositoryRecord record, Workspace workspace, ApiCall call)
    {
        JsonObject body = call.Json;
        bool isPrivate = body.Boolean("is_private") ?? record.IsPrivate;
        return record with
        {
            Description = body.Text("description") ?? record.Description,
            Language = body.Text("language")?.ToLowerInvariant() ?? record.Language,
            Website = body.Text("website") ?? record.Website,
            HasIssues = body.Boolean("has_issues") ?? record.HasIssues,
            HasWiki = body.Boolean("has_wiki") ?? record.HasWiki,
            IsPrivate = isPrivate,
            ForkPolicy = ReadForkPolicy(body, isPrivate, record.ForkPolicy),
            ProjectUuid = ReadProject(workspace, call)?.Uuid ?? record.ProjectUuid,
        };
    }

    /// <summary>The name in a body, or null.</summary>
    /// <exception cref="ApiException">400 if it is empty or too long.</exception>
    public static string? ReadName(JsonObject body)
    {
        string? name = body.Text("name");
        return name is null || (name.Trim().Length > 0 && name.Length <= LongestName)
            ? name
            : throw ApiErrors.BadField("name", $"must have 1 to {LongestName} characters");
    }

    /// <summary>The project in a body, or null.</summary>
    /// <exception cref="ApiException">400 if there is no such project; 403 if who asks may not make repositories in it.</exception>
    public static Project? ReadProject(Workspace workspace, ApiCall call)
    {
        if (call.Json["project"] is not JsonObject wanted)
        {
            return null;
        }

        string id = wanted.Text("key") ?? wanted.Text("uuid") ?? throw ApiErrors.BadField("project.key", "required key not provided");
        Project project = call.World.FindProject(workspace, id) ?? throw ApiErrors.BadField("project", $"Project {id} does not exist.");
        RequireRoom(call, workspace, project);
        return project;
    }

    /// <summary>To make a repository in a project.</summary>
    /// <exception cref="ApiException">403 if who asks may not.</exception>
    public static void RequireRoom(ApiCall call, Workspace workspace, Project project)
    {
        if (ProjectAccess.LevelOf(call, workspace, project) < AccessLevel.CreateRepository)
        {
            throw new ApiException(403, $"You do not have permission to create repositories in project {project.Key}.");
        }
    }

    // A public repository cannot keep its forks private, unless it forbids them.
    private static string ReadForkPolicy(JsonObject body, bool isPrivate, string current)
    {
        string policy = body.Text("fork_policy") ?? current;
        if (isPrivate || policy is not RepositoryRecord.NoPublicForks)
        {
            return policy;
        }

        return body.Text("fork_policy") is null
            ? RepositoryRecord.AllowForks
            : throw ApiErrors.BadField("fork_policy", "A public repository cannot forbid public forks alone.");
    }
}
