using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>
/// Holds answers against the shapes that the API description declares, and lists what does not fit. Undeclared properties are the
/// service's rule, and so is null; everything that is declared and there has to have its type.
/// </summary>
internal sealed class AnswerCheck
{
    // Where real answers differ from the description in the type of a property.
    private static readonly string[] s_differences =
    [
        // Real answers have a list of attributes, the description a text.
        "commit_file.attributes",

        // Declared as an object; numbers, truths and texts in answers.
        "report_data.value",

        // Declared as a number; a short text in answers.
        "snippet.id",
    ];

    private readonly List<string> _problems = [];

    /// <summary>What is wrong with an answer; empty for nothing.</summary>
    /// <param name="body">The whole answer.</param>
    /// <param name="shape">What the table says; a list means a page.</param>
    public static IReadOnlyList<string> Problems(JsonNode? body, ShapeType shape)
    {
        AnswerCheck check = new();
        if (shape.Kind is ShapeKind.List)
        {
            check.CheckPage(body, shape.Item!);
        }
        else
        {
            check.Check(body, shape, "", isWhole: true);
        }

        return check._problems;
    }

    private void CheckPage(JsonNode? body, ShapeType item)
    {
        if (body is not JsonObject page || page["values"] is not JsonArray values)
        {
            Add("", "is no page with values");
            return;
        }

        foreach ((string name, JsonNode? value) in page)
        {
            bool fits = name switch
            {
                "values" => true,
                "size" or "page" or "pagelen" => value?.GetValueKind() is JsonValueKind.Number,
                "next" or "previous" => value?.GetValueKind() is JsonValueKind.String && Uri.TryCreate((string)value!, UriKind.Absolute, out _),
                _ => false,
            };
            if (!fits)
            {
                Add(name, "does not belong to a page");
            }
        }

        for (int i = 0; i < values.Count; i++)
        {
            Check(values[i], item, $"values[{i}]", isWhole: true);
        }
    }

    private void Check(JsonNode? value, ShapeType type, string path, bool isWhole)
    {
        switch (type.Kind)
        {
            case var _ when value is null:
                break;
            case ShapeKind.List:
                CheckList(value, type, path);
                break;
            case ShapeKind.Object or ShapeKind.Reference:
                CheckObject(value, type, path, isWhole);
                break;
            default:
                CheckScalar(value, type, path);
                break;
        }
    }

    private void CheckList(JsonNode value, ShapeType type, string path)
    {
        if (value is not JsonArray items)
        {
            Add(path, "is no list");
            return;
        }

        for (int i = 0; i < items.Count; i++)
        {
            Check(items[i], type.Item!, $"{path}[{i}]", isWhole: false);
        }
    }

    private void CheckObject(JsonNode value, ShapeType type, string path, bool isWhole)
    {
        if (value is not JsonObject members)
        {
            Add(path, "is no object");
            return;
        }

        IReadOnlyDictionary<string, ShapeProperty> properties = ShapeTable.Instance.PropertiesOf(type, (string?)members["type"]);
        foreach ((string name, ShapeProperty property) in properties)
        {
            if (s_differences.Contains($"{(type.Name is "treeentry" ? "commit_file" : type.Name)}.{name}", StringComparer.Ordinal))
            {
                continue;
            }

            if (members.TryGetPropertyValue(name, out JsonNode? member))
            {
                Check(member, property.Type, $"{path}.{name}", isWhole: false);
            }
            else if (property.IsRequired && isWhole)
            {
                // Embedded and partial objects leave out what is required of whole ones, "type" first of all.
                Add($"{path}.{name}", "is missing");
            }
        }
    }

    private void CheckScalar(JsonNode value, ShapeType type, string path)
    {
        JsonValueKind kind = value.GetValueKind();
        bool fits = type.Kind switch
        {
            ShapeKind.Text => kind is JsonValueKind.String && (type.Name is not "uri" || IsAddress((string)value!)),
            ShapeKind.Time => kind is JsonValueKind.String
                && DateTimeOffset.TryParse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            ShapeKind.Integer => kind is JsonValueKind.Number && decimal.IsInteger(value.GetValue<decimal>()) && value.GetValue<decimal>() >= (type.Minimum ?? decimal.MinValue),
            ShapeKind.Number => kind is JsonValueKind.Number,
            ShapeKind.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
            ShapeKind.Choice => kind is JsonValueKind.String && type.Choices.Contains((string)value!, StringComparer.Ordinal),
            _ => true,
        };
        if (!fits)
        {
            Add(path, $"is {value.ToJsonString()} and no {type.Kind}");
        }
    }

    // The SSH address to clone from is written as scp takes it.
    private static bool IsAddress(string text)
        => text.StartsWith("git@", StringComparison.Ordinal) || Uri.TryCreate(text, UriKind.Absolute, out _);

    private void Add(string path, string problem) => _problems.Add($"{path.TrimStart('.')} {problem}");
}
