using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Holds the body of a request against its shape: what the API does not know is an error that names it.</summary>
internal static class ShapeCheck
{
    /// <summary>Checks a value.</summary>
    /// <param name="value">Null for JSON's null.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="path">Where it stands, such as <c>source.branch.name</c>; empty for the whole body.</param>
    /// <exception cref="ApiException">400 with <c>fields</c>.</exception>
    public static void Require(JsonNode? value, ShapeType type, string path)
    {
        if (value is null)
        {
            // The description hardly ever says what may be null; the service takes it as "not given".
            return;
        }

        switch (type.Kind)
        {
            case ShapeKind.List:
                RequireList(value, type, path);
                break;
            case ShapeKind.Object or ShapeKind.Reference:
                RequireObject(value, type, path);
                break;
            default:
                RequireScalar(value, type, path);
                break;
        }
    }

    private static void RequireList(JsonNode value, ShapeType type, string path)
    {
        if (value is not JsonArray items)
        {
            throw ApiErrors.BadField(path, "expected a list");
        }

        if (items.Count < type.LeastItems || items.Count > (type.MostItems ?? int.MaxValue))
        {
            throw ApiErrors.BadField(path, $"expected {type.LeastItems} to {type.MostItems} items");
        }

        for (int i = 0; i < items.Count; i++)
        {
            Require(items[i], type.Item!, $"{path}[{i}]");
        }
    }

    private static void RequireObject(JsonNode value, ShapeType type, string path)
    {
        if (value is not JsonObject members)
        {
            throw ApiErrors.BadField(path, "expected an object");
        }

        string? typeName = (members["type"] as JsonValue)?.GetValueKind() == JsonValueKind.String ? (string?)members["type"] : null;
        IReadOnlyDictionary<string, ShapeProperty> known = ShapeTable.Instance.PropertiesOf(type, typeName);
        foreach ((string name, JsonNode? member) in members)
        {
            string place = path.Length == 0 ? name : $"{path}.{name}";
            if (known.TryGetValue(name, out ShapeProperty? property))
            {
                Require(member, property.Type, place);
            }
            else if (!known.ContainsKey(Shape.Others))
            {
                throw ApiErrors.BadField(place, "extra keys not allowed");
            }
        }
    }

    private static void RequireScalar(JsonNode value, ShapeType type, string path)
    {
        string? problem = type.Kind switch
        {
            ShapeKind.Text or ShapeKind.Time when !IsText(value) => "expected str",
            ShapeKind.Time when !QueryValue.TryParseDate((string)value!, out _) => "expected a time such as 2026-11-28T12:00:00+00:00",
            ShapeKind.Integer when !IsInteger(value, out _) => "expected int",
            ShapeKind.Integer when IsInteger(value, out long number) && number < type.Minimum => $"must be {type.Minimum} or more",
            ShapeKind.Number when value.GetValueKind() is not JsonValueKind.Number => "expected a number",
            ShapeKind.Boolean when value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False) => "expected bool",
            ShapeKind.Choice when !IsText(value) || !type.Choices.Contains((string)value!, StringComparer.Ordinal)
                => $"must be one of {string.Join(", ", type.Choices)}",
            _ => null,
        };
        if (problem is not null)
        {
            throw ApiErrors.BadField(path, problem);
        }
    }

    private static bool IsText(JsonNode value) => value.GetValueKind() is JsonValueKind.String;

    private static bool IsInteger(JsonNode value, out long number)
    {
        number = 0;
        return value is JsonValue scalar && scalar.GetValueKind() is JsonValueKind.Number && scalar.TryGetValue(out number);
    }
}
