namespace BitbucketPS.Authorization;

/// <summary>A step of a sign-in that was just taken, for who watches it. Holds no secret.</summary>
/// <param name="Kind">Which step.</param>
/// <param name="Address">
/// The server's endpoint; with <see cref="OAuth1StepKind.AuthorizationNeeded"/> the page for the person,
/// whose <c>oauth_token</c> only names the request.
/// </param>
public sealed record OAuth1Step(OAuth1StepKind Kind, Uri Address);
