namespace BitbucketPS.Authorization;

/// <summary>A step of a sign-in that was just taken, for who watches it. Holds no secret.</summary>
/// <param name="Kind">Which step.</param>
/// <param name="Address">
/// The server's endpoint; with <see cref="SignInStepKind.AuthorizationNeeded"/> the page for the person, whose
/// <c>oauth_token</c> or <c>state</c> only names the sign-in and is worth nothing elsewhere.
/// </param>
public sealed record SignInStep(SignInStepKind Kind, Uri Address);
