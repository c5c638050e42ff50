using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json;

namespace BitbucketPS;

/// <summary>Makes PowerShell objects of JSON. Texts stay texts: nothing that looks like a date becomes one.</summary>
internal static class JsonToObject
{
    public static object? Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Convert).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object Object(JsonElement element)
    {
        JsonProperty[] members = [.. element.EnumerateObject()];
        bool fits = members.DistinctBy(member => member.Name, StringComparer.OrdinalIgnoreCase).Count() == members.Length
            && Array.TrueForAll(members, member => member.Name.Length > 0);
        return fits ? Properties(members) : Dictionary(members);
    }

    private static PSObject Properties(JsonProperty[] members)
    {
        PSObject result = new();
        foreach (JsonProperty member in members)
        {
            result.Properties.Add(new PSNoteProperty(member.Name, Convert(member.Value)), preValidated: true);
        }

        return result;
    }

    // Names that differ in case alone, as branches may, or an empty one: no PowerShell object can have them.
    private static OrderedDictionary Dictionary(JsonProperty[] members)
    {
        OrderedDictionary result = new(StringComparer.Ordinal);
        foreach (JsonProperty member in members)
        {
            result[member.Name] = Convert(member.Value);
        }

        return result;
    }

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt32(out int small))
        {
            return small;
        }

        if (element.TryGetInt64(out long large))
        {
            return large;
        }

        return BigInteger.TryParse(element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger huge) ? huge : element.GetDouble();
    }
}
