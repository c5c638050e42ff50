using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Errors of code insights, which have a form of their own.</summary>
internal static class ReportErrors
{
    public static ApiException NotFound(string what, string id) => Make(404, "rest-service.reports.not-found", $"{what} {id} was not found.", id);

    public static ApiException Bad(string problem) => Make(400, "rest-service.reports.bad-request", problem);

    private static ApiException Make(int status, string key, string message, params string[] arguments)
        => new(status, message)
        {
            Whole = new JsonObject
            {
                ["key"] = key,
                ["message"] = message,
                ["arguments"] = new JsonArray([.. arguments.Select(argument => (JsonNode)argument)]),
            },
        };
}
