using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Numerics;
using System.Security;
using System.Text.Json.Nodes;

namespace BitbucketPS;

/// <summary>Makes JSON of what scripts build bodies of: hash tables, objects, lists, plain values.</summary>
internal static class ObjectToJson
{
    // The API nests less than ten deep; an object that contains itself nests for ever.
    private const int Deepest = 64;

    /// <summary>The JSON of a value.</summary>
    /// <exception cref="BitbucketException">It nests too deep, or holds what JSON cannot.</exception>
    public static JsonNode? Convert(object? value) => Convert(value, depth: 0);

    private static JsonNode? Convert(object? value, int depth)
    {
        if (depth > Deepest)
        {
            throw Unfit($"it nests more than {Deepest} deep; perhaps it contains itself");
        }

        // What a command without output leaves behind is also a custom object, one without properties.
        return value switch
        {
            _ when value == AutomationNull.Value => null,
            PSObject { BaseObject: PSCustomObject } custom => Properties(custom, depth),
            PSObject wrapped => Plain(wrapped.BaseObject, depth),
            _ => Plain(value, depth),
        };
    }

    private static JsonNode? Plain(object? value, int depth) => value switch
    {
        null or DBNull => null,
        string or char or Guid or Uri or Enum or RepositoryId => JsonValue.Create(value.ToString()),
        bool flag => JsonValue.Create(flag),
        SwitchParameter flag => JsonValue.Create(flag.IsPresent),
        DateTime time => JsonValue.Create(time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        DateTimeOffset time => JsonValue.Create(time.ToString("O", CultureInfo.InvariantCulture)),
        DateOnly or TimeOnly or TimeSpan => JsonValue.Create(((IFormattable)value).ToString(format: null, CultureInfo.InvariantCulture)),
        BigInteger number => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture)),
        SecureString or PSCredential => throw Unfit("it holds a secret that has not been revealed; put the plain text there if that is meant"),
        ScriptBlock => throw Unfit("it holds a script block"),
        IDictionary dictionary => Entries(dictionary, depth),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => Convert(item, depth + 1))]),
        IConvertible number => Number(number),
        _ when value.GetType().Assembly == typeof(Branch).Assembly => Properties(PSObject.AsPSObject(value), depth),
        _ => throw Unfit($"it holds a {value.GetType()}; put what is meant of it into a hash table"),
    };

    private static JsonObject Entries(IDictionary dictionary, int depth)
    {
        JsonObject result = [];
        foreach (DictionaryEntry entry in dictionary)
        {
            result[entry.Key.ToString() ?? ""] = Convert(entry.Value, depth + 1);
        }

        return result;
    }

    private static JsonObject Properties(PSObject value, int depth)
    {
        JsonObject result = [];
        foreach (PSPropertyInfo property in value.Properties)
        {
            result[property.Name] = Convert(property.Value, depth + 1);
        }

        return result;
    }

    private static JsonNode? Number(IConvertible number)
        => JsonNode.Parse(number switch
        {
            double or float when !double.IsFinite(number.ToDouble(CultureInfo.InvariantCulture)) => throw Unfit($"it holds {number}"),
            _ => number.ToString(CultureInfo.InvariantCulture),
        });

    private static BitbucketException Unfit(string why)
        => new(BitbucketErrorKind.InvalidArgument, $"-Body cannot be sent as JSON: {why}.");
}
