using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>Somebody who takes part in a review, and what they think of it.</summary>
public sealed record Participant
{
    /// <summary>Who it is; null if the account was deleted.</summary>
    public Account? User { get; init; }

    /// <summary><c>REVIEWER</c>, or <c>PARTICIPANT</c> for whoever came by.</summary>
    public string? Role { get; init; }

    /// <summary>Whether they approve.</summary>
    [JsonPropertyName("approved")]
    public bool IsApproved { get; init; }

    /// <summary><c>approved</c>, <c>changes_requested</c>, or null for neither.</summary>
    public string? State { get; init; }

    /// <summary>When they last took part; null for never.</summary>
    public DateTimeOffset? ParticipatedOn { get; init; }

    /// <summary>The name of the account.</summary>
    public override string ToString() => User?.ToString() ?? "";
}
