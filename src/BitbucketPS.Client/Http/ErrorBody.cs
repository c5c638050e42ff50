using System.Text.Json;

namespace BitbucketPS.Http;

/// <summary>
/// The body of an error in any of the shapes that occur: <c>{"type":"error","error":{…}}</c>, the same without type,
/// <c>{"key","message"}</c> (code insights), plain text, HTML, nothing.
/// </summary>
internal sealed record ErrorBody
{
    // A plain text longer than this is a page, not a sentence.
    private const int LongestText = 500;

    private const char ByteOrderMark = '\uFEFF';

    public string? Message { get; private init; }

    public string? Detail { get; private init; }

    public IReadOnlyDictionary<string, string> Fields { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> RequiredScopes { get; private init; } = [];

    public IReadOnlyList<string> GrantedScopes { get; private init; } = [];

    private string? Key { get; init; }

    /// <summary>True if the server says that the thing to be made is there already.</summary>
    public bool SaysExists => Key is "BRANCH_ALREADY_EXISTS" or "TAG_ALREADY_EXISTS"
        || Message?.Contains("already exists", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>True if the server says that the token was good once; "invalid, expired, or …" does not say that.</summary>
    public bool SaysExpired => Message is { } message
        && message.Contains("expired", StringComparison.OrdinalIgnoreCase)
        && !message.Contains("invalid", StringComparison.OrdinalIgnoreCase);

    public static ErrorBody Parse(HttpContent content, string body)
    {
        if (MediaTypes.IsPlainText(content))
        {
            string text = body.Trim();
            return text.Length is > 0 and <= LongestText ? new() { Message = text } : new();
        }

        if (!MediaTypes.MayBeJson(content))
        {
            return new();
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body.TrimStart(ByteOrderMark));
            return Parse(document.RootElement);
        }
        catch (JsonException)
        {
            return new();
        }
    }

    private static ErrorBody Parse(JsonElement root)
    {
        JsonElement error = Member(root, "error") is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        JsonElement? detail = Member(error, "detail");
        return new()
        {
            Message = Text(Member(error, "message")) ?? Text(Member(root, "error_description")) ?? Text(Member(root, "error")),
            Detail = Text(detail),
            Fields = ReadFields(Member(error, "fields")),
            RequiredScopes = Strings(Member(detail, "required")),
            GrantedScopes = Strings(Member(detail, "granted")),
            Key = Text(Member(Member(error, "data"), "key")),
        };
    }

    private static Dictionary<string, string> ReadFields(JsonElement? fields)
    {
        Dictionary<string, string> result = new(StringComparer.Ordinal);
        if (fields is { ValueKind: JsonValueKind.Object } present)
        {
            foreach (JsonProperty field in present.EnumerateObject())
            {
                result[field.Name] = string.Join(' ', Strings(field.Value));
            }
        }

        return result;
    }

    private static JsonElement? Member(JsonElement? parent, string name)
        => parent is { ValueKind: JsonValueKind.Object } present && present.TryGetProperty(name, out JsonElement member) ? member : null;

    private static string? Text(JsonElement? element)
        => element is { ValueKind: JsonValueKind.String } present ? present.GetString() : null;

    private static string[] Strings(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => item.ToString())],
        _ => [],
    };
}
