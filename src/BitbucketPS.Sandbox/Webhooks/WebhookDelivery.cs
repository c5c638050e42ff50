namespace BitbucketPS.Sandbox;

/// <summary>One attempt to tell a webhook about something.</summary>
/// <param name="Time">When.</param>
/// <param name="HookUuid">Which hook.</param>
/// <param name="Event">What about.</param>
/// <param name="Url">Where to.</param>
/// <param name="Attempt">The first is 1.</param>
/// <param name="Status">The status code of the answer; null if there was none.</param>
/// <param name="Problem">Why there was none.</param>
public sealed record WebhookDelivery(DateTimeOffset Time, string HookUuid, string Event, string Url, int Attempt, int? Status, string? Problem);
