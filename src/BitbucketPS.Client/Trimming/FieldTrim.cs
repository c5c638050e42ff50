using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BitbucketPS.Trimming;

/// <summary>
/// Asks the server to leave out of a list what the models do not carry: the value of <c>fields</c>, such as
/// <c>-values.target.parents,-values.target.links</c>. It is the difference between what is known to be sent and what the
/// models read, so that a property that a model gets is asked for from then on.
/// </summary>
/// <remarks>
/// Only names that are taken away are given, and with a plus those that lists leave out unless they are asked for: the page's own
/// fields stay, and what the service adds one day comes too (Atlassian's "Partial responses" in the introduction to the REST API).
/// </remarks>
internal static class FieldTrim
{
    private static readonly ConcurrentDictionary<Type, string?> s_known = new();

    /// <summary>The value of <c>fields</c> for a list of a model; null if nothing is to be left out.</summary>
    /// <param name="model">The model, as it is read.</param>
    public static string? Of(JsonTypeInfo model) => s_known.GetOrAdd(
        model.Type,
        static (_, info) => string.Join(',', Unread(info, AnswerFields.Of(info.Type), "values")) is { Length: > 0 } text ? text : null,
        model);

    private static IEnumerable<string> Unread(JsonTypeInfo model, AnswerShape? sent, string path)
    {
        // What the JSON of a model leaves out is here too, such as its repository, which may be sent under the same name.
        Dictionary<string, JsonPropertyInfo> read = model.Properties
            .Where(property => property.Get is not null || property.Set is not null)
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach ((string name, AnswerShape? below) in sent?.Fields ?? new Dictionary<string, AnswerShape?>(StringComparer.Ordinal))
        {
            string field = $"{path}.{name}";
            if (!read.TryGetValue(name, out JsonPropertyInfo? property))
            {
                if (!sent!.IsOnRequest(name))
                {
                    yield return $"-{field}";
                }

                continue;
            }

            if (sent!.IsOnRequest(name))
            {
                yield return $"+{field}";
            }

            if (Below(property, model.Options) is { } inner)
            {
                foreach (string deeper in Unread(inner, below ?? AnswerFields.Of(inner.Type), field))
                {
                    yield return deeper;
                }
            }
        }
    }

    // What a converter reads is its own affair. The members of a list are addressed like the list itself.
    private static JsonTypeInfo? Below(JsonPropertyInfo property, JsonSerializerOptions options)
    {
        if (property.CustomConverter is not null)
        {
            return null;
        }

        JsonTypeInfo info = options.GetTypeInfo(property.PropertyType);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => info,
            JsonTypeInfoKind.Enumerable when property.PropertyType.GetGenericArguments() is [Type element]
                => options.GetTypeInfo(element) is { Kind: JsonTypeInfoKind.Object } item ? item : null,
            _ => null,
        };
    }
}
