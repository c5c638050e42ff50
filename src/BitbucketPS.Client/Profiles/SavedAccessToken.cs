namespace BitbucketPS.Profiles;

/// <summary>An access token of a repository, project or workspace.</summary>
public sealed class SavedAccessToken : SavedCredential
{
    /// <summary>The token.</summary>
    public required string Token { get; init; }
}
