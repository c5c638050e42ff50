using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>People who take part in something, as the API answers them.</summary>
internal static class ParticipantJson
{
    /// <summary>Somebody with what they think of it.</summary>
    /// <param name="account">Who; null if the account is gone.</param>
    /// <param name="role"><c>PARTICIPANT</c> or <c>REVIEWER</c>.</param>
    /// <param name="state"><c>approved</c>, <c>changes_requested</c> or null.</param>
    /// <param name="date">When they last took part; null for never.</param>
    /// <param name="links">Makes the links.</param>
    public static JsonObject Of(Account? account, string role, string? state, DateTimeOffset? date, ApiLinks links) => new()
    {
        ["type"] = "participant",
        ["user"] = account is null ? null : AccountJson.Brief(account, links),
        ["role"] = role,
        ["approved"] = state is "approved",
        ["state"] = state,
        ["participated_on"] = date is { } time ? AccountJson.Time(time) : null,
    };
}
