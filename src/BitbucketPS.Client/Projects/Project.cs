using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A project: repositories of a workspace that belong together.</summary>
public sealed record Project
{
    /// <summary>Its key, such as <c>WEB</c>.</summary>
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>Its name, as people see it.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The slug of its workspace, or its UUID if it was asked for by that.</summary>
    [JsonIgnore]
    public string Workspace { get; init; } = "";

    /// <summary>What it is for; null for nothing said.</summary>
    public string? Description { get; init; }

    /// <summary>Its UUID, in braces.</summary>
    public string? Uuid { get; init; }

    /// <summary>True if only people with a permission may see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>True if it has repositories that everybody may see.</summary>
    public bool HasPubliclyVisibleRepos { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedOn { get; init; }

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>Its key.</summary>
    public override string ToString() => Key;
}
