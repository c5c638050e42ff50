using System.Text.Json.Serialization;
using BitbucketPS.Json;

namespace BitbucketPS;

/// <summary>A file or a directory of a commit.</summary>
public sealed record SourceEntry
{
    /// <summary>Its path from the root of the repository, such as <c>src/app.js</c>; empty for the root itself.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The last part of its path.</summary>
    [JsonIgnore]
    public string Name => Path[(Path.TrimEnd('/').LastIndexOf('/') + 1)..];

    /// <summary>What it is: <c>file</c> or <c>directory</c>.</summary>
    [JsonConverter(typeof(EntryTypeConverter))]
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>The repository it belongs to.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The hash of the commit it was asked for in.</summary>
    [JsonIgnore]
    public string Commit => Target?.Hash ?? "";

    /// <summary>Its size in bytes; null for a directory.</summary>
    public long? Size { get; init; }

    /// <summary>What is special about it: <c>executable</c>, <c>link</c>, <c>subrepository</c>, <c>binary</c>, <c>lfs</c>; usually nothing.</summary>
    [JsonConverter(typeof(TextsConverter))]
    public IReadOnlyList<string> Attributes { get; init => field = value ?? []; } = [];

    /// <summary>Its media type, as far as the service guesses it from its name.</summary>
    [JsonPropertyName("mimetype")]
    public string? MediaType { get; init; }

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>True if it is a directory.</summary>
    [JsonIgnore]
    internal bool IsDirectory => string.Equals(Type, "directory", StringComparison.Ordinal);

    [JsonInclude]
    [JsonPropertyName("commit")]
    internal CommitSummary? Target { get; init; }

    /// <summary>Its path.</summary>
    public override string ToString() => Path;
}
