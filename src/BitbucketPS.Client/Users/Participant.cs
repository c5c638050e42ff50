using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>Somebody who takes part in a pull request or a commit, and what they think of it.</summary>
public sealed record Participant
{
    /// <summary>Who; null if the account is gone.</summary>
    public Account? User { get; init; }

    /// <summary>The part they take: <c>PARTICIPANT</c> or <c>REVIEWER</c>.</summary>
    public string? Role { get; init; }

    /// <summary>True if they approved it.</summary>
    [JsonPropertyName("approved")]
    public bool IsApproved { get; init; }

    /// <summary>What they said last: <c>approved</c>, <c>changes_requested</c>, or null for neither.</summary>
    public string? State { get; init; }

    /// <summary>When they last took part; null for never.</summary>
    public DateTimeOffset? ParticipatedOn { get; init; }

    /// <summary>The name of the account.</summary>
    public override string ToString() => User?.ToString() ?? "";
}
