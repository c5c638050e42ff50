using System.Text.Json.Serialization;
using BitbucketPS.Json;

namespace BitbucketPS;

/// <summary>What another system, such as a build server, says about a commit.</summary>
public sealed record CommitStatus
{
    /// <summary>What tells it from the other statuses of the commit; at most 40 characters.</summary>
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The repository of the commit.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The hash of the commit.</summary>
    [JsonConverter(typeof(HashConverter))]
    public string Commit { get; init => field = value ?? ""; } = "";

    /// <summary>How it went: <c>SUCCESSFUL</c>, <c>FAILED</c>, <c>INPROGRESS</c> or <c>STOPPED</c>.</summary>
    public string State { get; init => field = value ?? ""; } = "";

    /// <summary>Its name, as people see it.</summary>
    public string? Name { get; init; }

    /// <summary>What there is to say about it.</summary>
    public string? Description { get; init; }

    /// <summary>Where it can be read about.</summary>
    public string? Url { get; init; }

    /// <summary>The branch or tag that was built; null where nobody said.</summary>
    public string? Refname { get; init; }

    /// <summary>Its UUID, in braces, where the service tells one.</summary>
    public string? Uuid { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedOn { get; init; }

    /// <summary>Where it is found in the API.</summary>
    public Links? Links { get; init; }

    /// <summary>Its key.</summary>
    public override string ToString() => Key;
}
