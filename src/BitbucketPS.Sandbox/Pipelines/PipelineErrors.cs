using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Errors in the form that Pipelines has for them: no <c>type</c>, a message that says little, and what is wrong in <c>detail</c>.</summary>
internal static class PipelineErrors
{
    /// <summary>An error.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="detail">What is wrong.</param>
    public static ApiException Of(int status, string detail)
        => new(status, Message(status)) { Detail = JsonValue.Create(detail), LacksType = true };

    public static ApiException NotFound(string what) => Of(404, $"{what} not found");

    public static ApiException BadRequest(string detail) => Of(400, detail);

    private static string Message(int status) => status switch
    {
        400 => "Bad request",
        404 => "Not found",
        406 => "Not acceptable",
        409 => "Conflict",
        416 => "Requested range not satisfiable",
        _ => "Error",
    };
}
