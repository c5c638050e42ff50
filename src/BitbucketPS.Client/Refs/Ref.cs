using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A name in a repository that points to a commit: a <see cref="Branch"/> or a <see cref="Tag"/>.</summary>
public abstract record Ref
{
    private protected Ref()
    {
    }

    /// <summary>Its name, such as <c>feature/login</c> or <c>v1.0</c>.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What it is: <c>branch</c> or <c>tag</c>.</summary>
    [JsonIgnore]
    public abstract string Type { get; }

    /// <summary>The repository it belongs to.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The commit it points to.</summary>
    public CommitSummary? Target { get; init; }

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>Its name.</summary>
    public sealed override string ToString() => Name;
}
