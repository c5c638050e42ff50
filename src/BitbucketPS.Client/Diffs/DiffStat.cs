using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>What happened to one file between two commits.</summary>
public sealed record DiffStat
{
    /// <summary>What happened: <c>added</c>, <c>removed</c>, <c>modified</c>, <c>renamed</c>; also <c>merge conflict</c> and the like.</summary>
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>The file's path: the new one, or that of a file that is gone.</summary>
    [JsonIgnore]
    public string Path => New is { Path.Length: > 0 } file ? file.Path : Old?.Path ?? "";

    /// <summary>The path that the file had before; null where it had none.</summary>
    [JsonIgnore]
    public string? OldPath => Old is { Path.Length: > 0 } file ? file.Path : null;

    /// <summary>How many lines it has more.</summary>
    public long LinesAdded { get; init; }

    /// <summary>How many lines it has lost.</summary>
    public long LinesRemoved { get; init; }

    /// <summary>The repository it belongs to.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The number of the pull request that was asked for; null where commits were.</summary>
    [JsonIgnore]
    public long? PullRequestId { get; init; }

    /// <summary>The hash of a commit that has the file under its <see cref="Path"/>: the newer one, or the older for a file that is gone.</summary>
    [JsonIgnore]
    public string? Commit => (New is { Path.Length: > 0 } ? New : Old)?.Commit();

    /// <summary>The file before the change; null where there was none.</summary>
    [JsonInclude]
    internal DiffStatFile? Old { get; init; }

    /// <summary>The file after the change; null where there is none.</summary>
    [JsonInclude]
    internal DiffStatFile? New { get; init; }

    /// <summary>Its path.</summary>
    public override string ToString() => Path;
}
