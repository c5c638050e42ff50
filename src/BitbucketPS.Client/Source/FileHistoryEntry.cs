using System.Text.Json.Serialization;
using BitbucketPS.Json;

namespace BitbucketPS;

/// <summary>A file as a commit left it.</summary>
public sealed record FileHistoryEntry
{
    /// <summary>Its path at that time, from the root of the repository.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The repository it belongs to.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The hash of the commit that changed it.</summary>
    [JsonIgnore]
    public string Commit => Target?.Hash ?? "";

    /// <summary>When it was committed.</summary>
    [JsonIgnore]
    public DateTimeOffset? Date => Target?.Date;

    /// <summary>Who wrote the commit.</summary>
    [JsonIgnore]
    public CommitAuthor? Author => Target?.Author;

    /// <summary>The whole message of the commit.</summary>
    [JsonIgnore]
    public string? Message => Target?.Message;

    /// <summary>Its size in bytes at that time.</summary>
    public long? Size { get; init; }

    /// <summary>What is special about it: <c>executable</c>, <c>link</c>, <c>subrepository</c>, <c>binary</c>, <c>lfs</c>; usually nothing.</summary>
    [JsonConverter(typeof(TextsConverter))]
    public IReadOnlyList<string> Attributes { get; init => field = value ?? []; } = [];

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    [JsonInclude]
    [JsonPropertyName("commit")]
    internal CommitSummary? Target { get; init; }

    /// <summary>Its path at that time.</summary>
    public override string ToString() => Path;
}
