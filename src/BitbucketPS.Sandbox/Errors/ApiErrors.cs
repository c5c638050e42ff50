using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The errors that more than one operation answers, in Bitbucket's words where they are known.</summary>
internal static class ApiErrors
{
    public static ApiException NoSuchUrl() => new(404, "There is no API hosted at this URL.");

    public static ApiException MethodNotAllowed(IEnumerable<string> allowed)
        => new(405, "Method not allowed") { Allow = string.Join(", ", allowed) };

    public static ApiException NoSuchRepository(string workspace, string slug)
        => new(404, $"Repository {workspace}/{slug} not found")
        {
            Detail = "This repository either does not exist or you do not have access to it.",
        };

    public static ApiException NoSuchWorkspace(string workspace)
        => new(404, $"No workspace with identifier '{workspace}'.");

    public static ApiException Unauthorized(string message) => new(401, message);

    /// <summary>A 400 about one field of the body or one parameter of the query.</summary>
    public static ApiException BadField(string name, string problem, string message = "Bad request")
        => new(400, message) { Fields = new() { [name] = new JsonArray(problem) } };

    /// <summary>The 403 that names the scopes a client could ask for.</summary>
    public static ApiException MissingScope(IEnumerable<string> required, IEnumerable<string> granted)
        => new(403, "Your credentials lack one or more required privilege scopes.")
        {
            Detail = new JsonObject
            {
                ["required"] = ToArray(required),
                ["granted"] = ToArray(granted),
            },
        };

    private static JsonArray ToArray(IEnumerable<string> texts)
        => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
