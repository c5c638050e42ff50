using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>Reads what bodies say about projects.</summary>
internal static partial class ProjectRequest
{
    private const int LongestKey = 128;

    /// <summary>A project with what a body says about it.</summary>
    /// <exception cref="ApiException">400 if it makes no sense or the key is taken.</exception>
    public static Project Apply(Project project, Workspace workspace, ApiCall call)
    {
        JsonObject body = call.Json;
        return project with
        {
            Key = body.Text("key") is { } key ? RequireFree(ReadKey(key), project, workspace, call) : project.Key,
            Name = body.ContainsKey("name") ? body.RequireText("name") : project.Name,
            Description = body.Text("description") ?? project.Description,
            IsPrivate = body.Boolean("is_private") ?? project.IsPrivate,
            UpdatedOn = call.Now,
        };
    }

    /// <summary>A key as the service keeps it: in capitals.</summary>
    /// <exception cref="ApiException">400 if it is none.</exception>
    public static string ReadKey(string key)
        => key.Length <= LongestKey && KeyPattern().IsMatch(key)
            ? key.ToUpperInvariant()
            : throw ApiErrors.BadField(
                "key", "Project keys must start with a letter and may only consist of ASCII letters, numbers and underscores (A-Z, a-z, 0-9, _).");

    private static string RequireFree(string key, Project project, Workspace workspace, ApiCall call)
        => call.World.FindProject(workspace, key) is { } other && !string.Equals(other.Uuid, project.Uuid, StringComparison.Ordinal)
            ? throw ApiErrors.BadField("key", "Project with this Owner and Key already exists.", "Project with this Owner and Key already exists.")
            : key;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPattern();
}
