using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A workspace: what repositories and projects belong to.</summary>
public sealed record Workspace
{
    /// <summary>Its slug: the first part of its repositories' addresses.</summary>
    public string Slug { get; init => field = value ?? ""; } = "";

    /// <summary>Its name, as people see it; null in lists, in which the service does not say it.</summary>
    public string? Name { get; init; }

    /// <summary>Its UUID, in braces.</summary>
    public string? Uuid { get; init; }

    /// <summary>True if the signed-in account administers it; null where the service does not say, as of a single workspace.</summary>
    [JsonIgnore]
    public bool? IsAdministrator { get; init; }

    /// <summary>True if only members may see it; null in lists.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>Who may fork its private repositories: <c>allow_forks</c> or <c>internal_only</c>; null in lists.</summary>
    public string? ForkingMode { get; init; }

    /// <summary>When it was made; null in lists.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>Its slug.</summary>
    public override string ToString() => Slug;
}
