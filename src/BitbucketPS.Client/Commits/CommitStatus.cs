using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>What another system, such as a build server, says about a commit.</summary>
public sealed record CommitStatus
{
    /// <summary>What tells it from the other statuses of the commit.</summary>
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The repository of the commit.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>Its key.</summary>
    public override string ToString() => Key;
}
