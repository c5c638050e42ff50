namespace BitbucketPS.Sandbox;

/// <summary>What the token endpoint gives.</summary>
/// <param name="AccessToken">Its text.</param>
/// <param name="RefreshToken">Its text; null for a grant that gives none.</param>
/// <param name="Scopes">What the access token may do.</param>
internal sealed record OAuth2Tokens(string AccessToken, string? RefreshToken, IReadOnlyList<string> Scopes);
