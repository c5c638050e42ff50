using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Holds the query of a request against what its operation takes.</summary>
internal static class QueryCheck
{
    /// <summary>Checks names, how often they come, and values; <c>page</c>, <c>pagelen</c>, <c>q</c> and <c>sort</c> are the list's to read.</summary>
    /// <exception cref="ApiException">400 with <c>fields</c> that name every parameter that is wrong.</exception>
    public static void Require(ApiOperation operation, QueryParameters query)
    {
        JsonObject fields = [];
        foreach (string name in query.Names)
        {
            if (Problem(operation, name, query.All(name)) is { } problem)
            {
                fields[name] = new JsonArray(problem);
            }
        }

        foreach (QueryRule rule in operation.Query.Where(rule => rule.IsRequired && query[rule.Name] is null))
        {
            fields[rule.Name] = new JsonArray("This parameter is required.");
        }

        if (fields.Count > 0)
        {
            throw new ApiException(400, "Bad request") { Fields = fields };
        }
    }

    private static string? Problem(ApiOperation operation, string name, IReadOnlyList<string> values)
    {
        QueryRule? rule = operation.Query.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.Ordinal));
        if (rule is null)
        {
            return !operation.HasFields || name is not PartialAnswer.Parameter ? "This operation has no such parameter." : OnlyOnce(values);
        }

        string? wrong = values.FirstOrDefault(value => !rule.Accepts(value));
        return wrong is not null ? $"\"{wrong}\" is not {Describe(rule.Type)}." : rule.IsRepeatable ? null : OnlyOnce(values);
    }

    private static string? OnlyOnce(IReadOnlyList<string> values) => values.Count > 1 ? "This parameter may be given only once." : null;

    private static string Describe(ShapeType type) => type.Kind switch
    {
        ShapeKind.Choice => $"one of {string.Join(", ", type.Choices)}",
        ShapeKind.Integer => "a number",
        ShapeKind.Boolean => "true or false",
        ShapeKind.Time => "a time such as 2026-11-28T12:00:00Z",
        _ => "a UUID",
    };
}
