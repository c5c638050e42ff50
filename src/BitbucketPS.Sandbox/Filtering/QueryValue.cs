using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Turns fields and literals into values that can be compared: text, number, truth, time, or null.</summary>
internal static class QueryValue
{
    private static readonly string[] s_dateFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK",
    ];

    public static bool TryParseNumber(string text, out decimal number)
        => decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>A time without a zone is UTC.</summary>
    public static bool TryParseDate(string text, out DateTimeOffset date)
        => DateTimeOffset.TryParseExact(
            text, s_dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);

    /// <summary>A literal as a value of the type of the field it is compared with.</summary>
    /// <exception cref="ApiException">400 if the field cannot hold such a value.</exception>
    public static IComparable? FromToken(QueryToken token, string field, QueryFieldType type)
    {
        if (token.Is(QueryTokenKind.Word, "null"))
        {
            return null;
        }

        IComparable? value = type switch
        {
            QueryFieldType.Boolean when token.Kind == QueryTokenKind.Word => ParseBoolean(token.Text),
            QueryFieldType.Number when token.Kind == QueryTokenKind.Number
                && TryParseNumber(token.Text, out decimal number) => number,
            QueryFieldType.Date when token.Kind is QueryTokenKind.Date or QueryTokenKind.Text
                && TryParseDate(token.Text, out DateTimeOffset date) => date,
            QueryFieldType.Level when token.Kind == QueryTokenKind.Text => AccessLevels.Find(token.Text),
            QueryFieldType.Text or QueryFieldType.NaturalText when token.Kind == QueryTokenKind.Text => token.Text,
            _ => null,
        };
        return value ?? throw QueryParser.Error($"'{token.Text}' is no value for {field}");
    }

    /// <summary>The values of a field of an item: one, or as many as the lists on the way hold; null if it is null or not there.</summary>
    public static IReadOnlyList<IComparable?> FromItem(JsonObject item, string field, QueryFieldType type)
    {
        List<JsonNode?> nodes = [item];
        foreach (string name in field.Split('.'))
        {
            nodes = [.. nodes.SelectMany(Inside).Select(node => (node as JsonObject)?[name])];
        }

        IComparable?[] values = [.. nodes.SelectMany(Inside).Select(node => node is null ? null : Read(node, type))];
        return values.Length == 0 ? [null] : values;
    }

    private static IEnumerable<JsonNode?> Inside(JsonNode? node) => node is JsonArray items ? items : Enumerable.Repeat(node, 1);

    // What is not as its shape declares it is like what is not there.
    private static IComparable? Read(JsonNode node, QueryFieldType type)
    {
        string text = node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
        return type switch
        {
            QueryFieldType.Boolean => ParseBoolean(text),
            QueryFieldType.Number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null,
            QueryFieldType.Date => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null,
            QueryFieldType.Level => AccessLevels.Find(text),
            QueryFieldType.Object => true,

            // Declared as a text, an id is a number in some answers, and the other way round.
            _ => text,
        };
    }

    private static IComparable? ParseBoolean(string word) => word switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };
}
