using System.Management.Automation;
using System.Text.Json;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>
/// Makes PowerShell objects of JSON the way ConvertFrom-Json does: a PSObject with a note property for each member, each
/// validated as it is added, names held against one another regardless of case, lists as arrays, texts that look like dates as dates.
/// </summary>
internal static class JsonObjects
{
    public static object? Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Convert).ToArray(),
        JsonValueKind.String when element.TryGetDateTime(out DateTime date) => date,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number when element.TryGetInt64(out long whole) => whole,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static PSObject Object(JsonElement element)
    {
        PSObject result = new();
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!names.Add(member.Name))
            {
                throw new InvalidOperationException($"Two members differ in case alone: {member.Name}");
            }

            result.Properties.Add(new PSNoteProperty(member.Name, Convert(member.Value)));
        }

        return result;
    }
}
