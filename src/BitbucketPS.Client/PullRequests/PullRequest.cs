using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A pull request.</summary>
public sealed record PullRequest
{
    /// <summary>Its number in its repository.</summary>
    public long Id { get; init; }

    /// <summary>The repository it belongs to: the one it is to be merged into.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary><c>workspace/slug#number</c></summary>
    public override string ToString() => $"{Repository}#{Id}";
}
