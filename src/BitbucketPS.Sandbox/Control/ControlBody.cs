using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The JSON of a request to the control API, read so that nothing in it is overlooked.</summary>
internal sealed class ControlBody
{
    private readonly JsonObject _json;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private ControlBody(JsonObject json)
    {
        _json = json;
    }

    /// <summary>Reads the body.</summary>
    /// <exception cref="ApiException">400 if it is no JSON object.</exception>
    public static async Task<ControlBody> ReadAsync(HttpRequest request)
    {
        try
        {
            JsonNode? json = await StrictJson.ReadAsync(request.Body, request.HttpContext.RequestAborted);
            return json is JsonObject members ? new(members) : throw new ApiException(400, "The body must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new ApiException(400, "The body must be a JSON object.") { Detail = e.Message };
        }
    }

    /// <summary>Whether a property is there, null included.</summary>
    public bool Has(string name)
    {
        _known.Add(name);
        return _json.ContainsKey(name);
    }

    /// <summary>Whether a property is there and null.</summary>
    public bool IsNull(string name) => Has(name) && _json[name] is null;

    /// <summary>A whole number, or null if it is not there.</summary>
    /// <exception cref="ApiException">400 if it is no number, or out of its bounds.</exception>
    public long? Integer(string name, long least, long most)
        => Value(name) is not { } value ? null
            : value.TryGetValue(out long number) && number >= least && number <= most ? number
            : throw Bad(name, $"must be a whole number from {least} to {most}", value);

    /// <summary>A number, or null if it is not there.</summary>
    /// <exception cref="ApiException">400 if it is none, or out of its bounds.</exception>
    public double? Number(string name, double most)
        => Value(name) is not { } value ? null
            : value.TryGetValue(out double number) && Math.Abs(number) <= most ? number
            : throw Bad(name, $"must be a number from {-most} to {most}", value);

    /// <summary>True or false, or null if it is not there.</summary>
    /// <exception cref="ApiException">400 if it is neither.</exception>
    public bool? Boolean(string name)
        => Value(name) is not { } value ? null : value.TryGetValue(out bool truth) ? truth : throw Bad(name, $"must be true or false", value);

    /// <summary>A text, or null if it is not there.</summary>
    /// <exception cref="ApiException">400 if it is none.</exception>
    public string? Text(string name)
        => Value(name) is not { } value ? null : value.TryGetValue(out string? text) ? text : throw Bad(name, $"must be a text", value);

    /// <summary>A time with its zone, or null if it is not there.</summary>
    /// <exception cref="ApiException">400 if it is none.</exception>
    public DateTimeOffset? Time(string name)
        => Value(name) is not { } value ? null
            : value.TryGetValue(out string? text)
                && text.Length > 19
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time
            : throw Bad(name, $"must be a time such as 2027-01-31T09:30:00Z", value);

    /// <summary>That everything in it was read.</summary>
    /// <exception cref="ApiException">400 if something is unknown.</exception>
    public void RequireNothingElse()
    {
        if (_json.Select(member => member.Key).FirstOrDefault(name => !_known.Contains(name)) is { } unknown)
        {
            throw ApiErrors.BadField(unknown, $"is unknown; known are {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        }
    }

    /// <summary>The names that are there, of those that may be.</summary>
    public IEnumerable<string> NamesOf(params IReadOnlyList<string> names) => names.Where(Has);

    private static ApiException Bad(string name, FormattableString problem, JsonValue value)
        => ApiErrors.BadField(name, $"{problem.ToString(CultureInfo.InvariantCulture)}, not {value.ToJsonString()}");

    private JsonValue? Value(string name)
        => !Has(name) || _json[name] is null ? null : _json[name] as JsonValue ?? throw ApiErrors.BadField(name, "must be a single value");
}
