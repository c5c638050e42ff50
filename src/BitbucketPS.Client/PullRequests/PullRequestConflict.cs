using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A file that stands in the way of a pull request's merge.</summary>
public sealed record PullRequestConflict
{
    /// <summary>The repository of the pull request.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The number of the pull request.</summary>
    [JsonIgnore]
    public long PullRequestId { get; init; }

    /// <summary>The path of the file.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The path of the file.</summary>
    public override string ToString() => Path;
}
