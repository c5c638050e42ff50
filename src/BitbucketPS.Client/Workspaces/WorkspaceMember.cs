using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>Somebody who belongs to a workspace.</summary>
public sealed record WorkspaceMember
{
    /// <summary>Who; null if the account is gone.</summary>
    public Account? User { get; init; }

    /// <summary>What they may do: <c>owner</c>, <c>collaborator</c> or <c>member</c>; null where the service does not say.</summary>
    public string? Permission { get; init; }

    /// <summary>The slug of the workspace, or its UUID if it was asked for by that.</summary>
    [JsonIgnore]
    public string Workspace { get; init; } = "";

    /// <summary>The name of the account.</summary>
    public override string ToString() => User?.ToString() ?? "";
}
