using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The errors that more than one operation answers, in Bitbucket's words where they are known.</summary>
internal static class ApiErrors
{
    public static ApiException NoSuchUrl() => new(404, "There is no API hosted at this URL.");

    public static ApiException Gone() => new(410, "Resource removed");

    public static ApiException MethodNotAllowed(IEnumerable<string> allowed)
        => new(405, "Method not allowed") { Allow = string.Join(", ", allowed) };

    public static ApiException NoSuchRepository(string workspace, string slug)
        => new(404, $"Repository {workspace}/{slug} not found")
        {
            Detail = "This repository either does not exist or you do not have access to it.",
        };

    public static ApiException NoSuchWorkspace(string workspace)
        => new(404, $"No workspace with identifier '{workspace}'.");

    /// <summary>Something below a repository or workspace that is not there.</summary>
    /// <param name="what">Such as <c>Pull request 12</c>.</param>
    public static ApiException NotFound(string what) => new(404, $"{what} not found");

    /// <summary>A member asks for what only administrators may do.</summary>
    /// <param name="what">Of what: workspace, project or repository.</param>
    public static ApiException NoAdmin(string what) => new(403, $"You must be an administrator of this {what}.");

    /// <summary>Who sees a repository may not do this with it.</summary>
    public static ApiException TooLittleAccess(AccessLevel needed)
        => needed is AccessLevel.Admin ? NoAdmin("repository") : new(403, "Your account does not have write access to this repository.");

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
