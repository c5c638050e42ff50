namespace BitbucketPS.Sandbox;

/// <summary>An access token, without its text.</summary>
/// <param name="Grant">What it follows from.</param>
/// <param name="Scopes">What it may do.</param>
internal sealed record OAuth2AccessToken(OAuth2Grant Grant, IReadOnlyList<string> Scopes)
{
    public required DateTimeOffset ExpiresOn { get; set; }
}
