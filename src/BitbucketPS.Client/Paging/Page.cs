using System.Text.Json.Serialization;
using BitbucketPS.Json;

namespace BitbucketPS.Paging;

/// <summary>One page of a list. Only the values and the link to the next page are certain to be there.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed record Page<T> : IPage
{
    /// <summary>The items; null where the answer is no page at all.</summary>
    public IReadOnlyList<T?>? Values { get; init; }

    /// <inheritdoc />
    public string? Next { get; init; }

    /// <inheritdoc />
    [JsonConverter(typeof(NumberOrNothingConverter))]
    public long? Size { get; init; }

    /// <inheritdoc />
    [JsonPropertyName("page")]
    [JsonConverter(typeof(NumberOrNothingConverter))]
    public long? Number { get; init; }

    /// <inheritdoc />
    [JsonPropertyName("pagelen")]
    [JsonConverter(typeof(NumberOrNothingConverter))]
    public long? Length { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public int Count => Values?.Count ?? 0;
}
