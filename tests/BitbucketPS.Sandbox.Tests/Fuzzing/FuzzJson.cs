using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>JSON that is nearly what an operation takes, or nothing of the sort.</summary>
internal sealed class FuzzJson(Dice dice, FuzzTexts texts, FuzzValues values)
{
    private const int Deepest = 5;

    /// <summary>A body for an operation.</summary>
    public byte[] For(BodyRule rule)
    {
        ShapeType shape = rule.Shape ?? new(ShapeKind.Any);
        JsonNode? body = dice.OneIn(15) ? Anything(3) : Value(shape, "", Deepest);
        if (body is JsonObject members && shape.Kind is ShapeKind.Reference)
        {
            AddRequired(members, shape, rule.Required);
        }

        return Written(body?.ToJsonString() ?? "null");
    }

    /// <summary>The same body with something else in it.</summary>
    public byte[] Mutate(byte[] json)
    {
        JsonNode? body;
        try
        {
            body = JsonNode.Parse(json);
        }
        catch (System.Text.Json.JsonException)
        {
            return Written(texts.Mutate(Encoding.UTF8.GetString(json)));
        }

        for (int i = dice.Below(2); i >= 0 && body is not null; i--)
        {
            Change(body);
        }

        return Written(body?.ToJsonString() ?? "");
    }

    /// <summary>Any value at all.</summary>
    public JsonNode? Anything(int depth) => dice.Below(depth > 0 ? 9 : 7) switch
    {
        0 => null,
        1 => dice.OneIn(2),
        2 => dice.Below(1000) - 500,
        3 => dice.Pick<JsonNode>([1.5, -0.0, 1e300, long.MaxValue, ulong.MaxValue, long.MinValue, decimal.MaxValue]),
        4 => JsonNode.Parse(dice.Pick(["1e999", "-1e-999", "123456789012345678901234567890", "0.1e1", "1.0"])),
        5 or 6 => texts.Any(),
        7 => new JsonArray([.. dice.Some(3, () => Anything(depth - 1))]),
        _ => new JsonObject(dice.Some(3, () => KeyValuePair.Create(texts.Any(), Anything(depth - 1))).DistinctBy(pair => pair.Key, StringComparer.Ordinal)),
    };

    private void Change(JsonNode node)
    {
        if (node is JsonObject members && members.Count > 0)
        {
            string name = dice.Pick([.. members.Select(member => member.Key)]);
            if (members[name] is JsonObject or JsonArray && !dice.OneIn(3))
            {
                Change(members[name]!);
            }
            else if (dice.OneIn(4))
            {
                members.Remove(name);
            }
            else
            {
                members[name] = dice.OneIn(2) ? Anything(2) : texts.Mutate(members[name]?.ToString() ?? "");
            }
        }
        else if (node is JsonArray items)
        {
            items.Insert(dice.Below(items.Count + 1), items.Count > 0 && dice.OneIn(2) ? items[0]?.DeepClone() : Anything(2));
        }
    }

    // Without them hardly any body would get past the first check.
    private void AddRequired(JsonObject body, ShapeType shape, IEnumerable<string> required)
    {
        IReadOnlyDictionary<string, ShapeProperty> properties = ShapeTable.Instance.PropertiesOf(shape, typeName: null);
        foreach (string name in required.Where(name => body[name] is null && properties.ContainsKey(name) && !dice.OneIn(10)))
        {
            body[name] = Value(properties[name].Type, name, Deepest - 1);
        }
    }

    private JsonNode? Value(ShapeType type, string name, int depth) => type.Kind switch
    {
        _ when dice.OneIn(40) => Anything(1),
        ShapeKind.Text => values.For(name, dice, texts),
        ShapeKind.Time => dice.Pick(["2026-11-01T00:00:00+00:00", "2026-11-01", "9999-12-31T23:59:59Z"]),
        ShapeKind.Integer => dice.Below(50),
        ShapeKind.Number => dice.Below(50) / 4.0,
        ShapeKind.Boolean => dice.OneIn(2),
        ShapeKind.Choice => dice.Pick(type.Choices),
        ShapeKind.List => new JsonArray([.. dice.Some(3, () => depth > 0 ? Value(type.Item!, name, depth - 1) : null)]),
        ShapeKind.Object or ShapeKind.Reference => Object(type, depth),
        _ => Anything(1),
    };

    private JsonObject Object(ShapeType type, int depth)
    {
        JsonObject made = [];
        int sparsity = dice.Pick([2, 4, 12]);
        if (depth > 0)
        {
            foreach ((string name, ShapeProperty property) in ShapeTable.Instance.PropertiesOf(type, typeName: null))
            {
                if (name is not Shape.Others && dice.OneIn(property.IsRequired ? 2 : sparsity))
                {
                    made[name] = Value(property.Type, name, depth - 1);
                }
            }
        }

        return made;
    }

    private byte[] Written(string json)
    {
        string text = dice.Below(40) switch
        {
            0 => json[..dice.Below(json.Length + 1)],
            1 => texts.Mutate(json),
            2 => json + json,
            3 => "\ufeff" + json,
            4 => json.Replace("{", "{\"type\":1,\"type\":2,", StringComparison.Ordinal),
            5 => string.Concat(Enumerable.Repeat("[", 2000)) + json,
            6 => json.Replace("\"", "\"\\ud800", StringComparison.Ordinal),
            _ => json,
        };
        return dice.OneIn(60) ? Encoding.Unicode.GetBytes(text) : Encoding.UTF8.GetBytes(text);
    }
}
