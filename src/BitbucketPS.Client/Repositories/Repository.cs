using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A repository.</summary>
public sealed record Repository
{
    /// <summary>Its name, as people see it; the address has the <see cref="Slug"/>.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary><c>workspace/slug</c></summary>
    public string FullName { get; init => field = value ?? ""; } = "";

    /// <summary>Its slug: the second part of its address.</summary>
    [JsonIgnore]
    public string Slug => FullName[(FullName.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The slug of its workspace: the first part of its address.</summary>
    [JsonIgnore]
    public string Workspace => FullName[..Math.Max(0, FullName.IndexOf('/', StringComparison.Ordinal))];

    /// <summary>Its UUID, in braces.</summary>
    public string? Uuid { get; init; }

    /// <summary>True if only people with a permission can read it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>What it is, in its owner's words.</summary>
    public string? Description { get; init; }

    /// <summary>The programming language it is marked with.</summary>
    public string? Language { get; init; }

    /// <summary>The address of a page about it, in its owner's words; null or empty for none.</summary>
    public string? Website { get; init; }

    /// <summary>The name of its main branch; null while it is empty.</summary>
    [JsonPropertyName("mainbranch")]
    [JsonConverter(typeof(Json.NamedConverter))]
    public string? MainBranch { get; init; }

    /// <summary>The project it belongs to.</summary>
    public ProjectReference? Project { get; init; }

    /// <summary>The repository that it is a fork of; null if it is none.</summary>
    [JsonConverter(typeof(Json.RepositoryIdConverter))]
    public RepositoryId? Parent { get; init; }

    /// <summary>Who may fork it: <c>allow_forks</c>, <c>no_public_forks</c> or <c>no_forks</c>.</summary>
    public string? ForkPolicy { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedOn { get; init; }

    /// <summary>Where it is found: its page, and where to clone it from.</summary>
    public Links? Links { get; init; }

    /// <summary><c>workspace/slug</c></summary>
    public override string ToString() => FullName;
}
