using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The shapes of an OpenAPI document, in the words of the sandbox's table.</summary>
internal sealed class OpenApiShapes
{
    // Of what was removed in August 2026.
    private static readonly string[] s_gone =
        ["component", "issue", "milestone", "version", "issue_attachment", "issue_change", "issue_comment", "issue_job_status", "export_options"];

    private readonly JsonObject _schemas;

    private OpenApiShapes(JsonObject schemas)
    {
        _schemas = schemas;
    }

    public static OpenApiShapes Read(string file)
        => new((JsonObject)JsonNode.Parse(File.ReadAllText(file))!["components"]!["schemas"]!);

    /// <summary>Where a table differs from the document.</summary>
    public IEnumerable<string> Differences(ShapeTable table)
        => _schemas
            .Where(schema => !schema.Key.StartsWith("paginated_", StringComparison.Ordinal) && !s_gone.Contains(schema.Key, StringComparer.Ordinal))
            .SelectMany(schema => Differences(table[NameOf(schema.Key)], schema.Value!));

    private static IEnumerable<string> Differences(Shape shape, JsonNode schema)
    {
        string? baseName = Parts(schema).Select(part => (string?)part["$ref"]).Where(reference => reference is not null).Select(reference => NameOf(reference!)).FirstOrDefault();
        if (!string.Equals(baseName, shape.BaseName, StringComparison.Ordinal))
        {
            yield return $"{shape.Name} extends {baseName}";
        }

        foreach (string difference in Differences(shape.Name, shape.Properties, schema))
        {
            yield return difference;
        }
    }

    private static IEnumerable<string> Differences(string place, Dictionary<string, ShapeProperty> known, JsonNode schema)
    {
        HashSet<string> declared = new(StringComparer.Ordinal);
        foreach (JsonNode part in Parts(schema).Where(part => part["$ref"] is null))
        {
            string[] required = [.. (part["required"] as JsonArray ?? []).Select(name => (string)name!)];
            foreach ((string name, JsonNode? property) in part["properties"] as JsonObject ?? [])
            {
                declared.Add(name);
                string found = known.TryGetValue(name, out ShapeProperty? own) ? Describe(own.Type) : "nothing";
                if (own is null || !Fits(found, Describe(property!)) || own.IsRequired != required.Contains(name, StringComparer.Ordinal))
                {
                    yield return $"{place}.{name} is {Describe(property!)}, not {found}";
                }
                else if (own.Type.Kind is ShapeKind.Object && property!["properties"] is not null)
                {
                    foreach (string difference in Differences($"{place}.{name}", own.Type.Properties, property))
                    {
                        yield return difference;
                    }
                }
            }
        }

        foreach (string extra in known.Where(pair => pair.Value.IsDeclared && !declared.Contains(pair.Key)).Select(pair => pair.Key))
        {
            yield return $"{place}.{extra} is not declared";
        }
    }

    // Of some choices real answers know more than the description does.
    private static bool Fits(string own, string declared)
        => string.Equals(own, declared, StringComparison.Ordinal)
            || (own.Contains('|', StringComparison.Ordinal) && declared.Split('|').All(choice => own.Split('|').Contains(choice, StringComparer.Ordinal)));

    private static IEnumerable<JsonNode> Parts(JsonNode schema)
        => schema["allOf"] is JsonArray parts ? parts.Select(part => part!).SelectMany(part => part["allOf"] is null ? [part] : Parts(part)) : [schema];

    private static string Describe(JsonNode schema)
    {
        if (schema["allOf"] is JsonArray { Count: 1 } only)
        {
            return Describe(only[0]!);
        }

        if (schema["$ref"] is { } reference)
        {
            return NameOf((string)reference!);
        }

        return schema["enum"] is JsonArray choices
            ? string.Join('|', choices.Where(choice => choice is not null).Select(choice => (string)choice!))
            : (string?)schema["type"] switch
            {
                "string" => (string?)schema["format"] is "date-time" ? "time" : (string?)schema["format"] is "uri" ? "uri" : "text",
                "integer" => "int",
                "number" => "number",
                "boolean" => "bool",
                "array" => $"[{Describe(schema["items"]!)}]",
                _ => IsLink(schema) ? "link" : "object",
            };
    }

    private static bool IsLink(JsonNode schema)
        => schema["properties"] is JsonObject { Count: > 0 } properties && properties.All(property => property.Key is "href" or "name");

    private static string Describe(ShapeType type) => type.Kind switch
    {
        ShapeKind.Reference => type.Name,
        ShapeKind.Choice => string.Join('|', type.Choices),
        ShapeKind.Text => type.Name is "uri" ? "uri" : "text",
        ShapeKind.Time => "time",
        ShapeKind.Integer => "int",
        ShapeKind.Number => "number",
        ShapeKind.Boolean => "bool",
        ShapeKind.List => $"[{Describe(type.Item!)}]",
        _ => "object",
    };

    // Two names of the document are those of the service's source.
    private static string NameOf(string reference) => reference.Split('/')[^1] switch
    {
        "bitbucket.apps.permissions.serializers.ProjectPermissionUpdateSchema" => "project_permission_update",
        "bitbucket.apps.permissions.serializers.RepoPermissionUpdateSchema" => "repository_permission_update",
        string name => name,
    };
}
