using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Bodies sent as a form, which the API takes where nothing in them is nested.</summary>
internal static class FlatForm
{
    /// <summary>The same as JSON; null for an empty form.</summary>
    /// <param name="form">Still encoded.</param>
    /// <param name="shape">What the operation takes; null for nothing.</param>
    /// <exception cref="ApiException">400 for what is no form, and a name that comes twice.</exception>
    public static JsonObject? ToJson(string form, ShapeType? shape)
    {
        IReadOnlyDictionary<string, ShapeProperty>? known =
            shape?.Kind is ShapeKind.Reference ? ShapeTable.Instance.PropertiesOf(shape, typeName: null) : null;
        JsonObject body = [];
        foreach (string pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            if (!PercentCoding.TryDecodeText(parts[0], plusIsSpace: true, out string? name)
                || !PercentCoding.TryDecodeText(parts.Length > 1 ? parts[1] : "", plusIsSpace: true, out string? text))
            {
                throw new ApiException(400, "The request body is no proper form.");
            }

            if (!RequestTarget.IsProtocolPair(pair) && !body.TryAdd(name, ToValue(text, known?.GetValueOrDefault(name)?.Type.Kind)))
            {
                throw ApiErrors.BadField(name, "may be given only once");
            }
        }

        return body.Count > 0 ? body : null;
    }

    private static JsonNode ToValue(string text, ShapeKind? kind) => kind switch
    {
        ShapeKind.Boolean when bool.TryParse(text, out bool truth) => truth,
        ShapeKind.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        _ => text,
    };
}
