using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A tag of a repository.</summary>
public sealed record Tag
{
    /// <summary>Its name, such as <c>v1.0</c>.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The repository it belongs to.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The commit it points to.</summary>
    public CommitSummary? Target { get; init; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
