using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>An answer of the API that is not the one asked for; becomes Bitbucket's JSON error.</summary>
internal sealed class ApiException : Exception
{
    public ApiException(int status, string message)
        : base(message)
    {
        Status = status;
    }

    public int Status { get; }

    /// <summary>A text, or for a missing scope an object with <c>required</c> and <c>granted</c>.</summary>
    public JsonNode? Detail { get; init; }

    /// <summary>What is wrong with which field or parameter: lists of texts by its name.</summary>
    public JsonObject? Fields { get; init; }

    /// <summary>For programs, such as <c>{"key": "BRANCH_ALREADY_EXISTS"}</c>.</summary>
    public JsonObject? Facts { get; init; }

    /// <summary>The methods to name in <c>Allow</c>, for a 405.</summary>
    public string? Allow { get; init; }

    /// <summary>Where it is to be found instead, for a redirect.</summary>
    public string? Location { get; init; }

    /// <summary>Whether the answer lacks <c>type</c>, as those of Pipelines do.</summary>
    public bool LacksType { get; init; }

    /// <summary>The whole answer, where it has another form.</summary>
    public JsonObject? Whole { get; init; }

    /// <summary>The shape of errors: <c>{"type": "error", "error": {"message": …}}</c>.</summary>
    public JsonObject ToJson()
    {
        if (Whole is not null)
        {
            return Whole;
        }

        JsonObject error = new() { ["message"] = Message };
        AddUnlessNull(error, "detail", Detail);
        AddUnlessNull(error, "fields", Fields);
        AddUnlessNull(error, "data", Facts);
        return LacksType ? new() { ["error"] = error } : new() { ["type"] = "error", ["error"] = error };
    }

    private static void AddUnlessNull(JsonObject error, string name, JsonNode? value)
    {
        if (value is not null)
        {
            error[name] = value.DeepClone();
        }
    }
}
