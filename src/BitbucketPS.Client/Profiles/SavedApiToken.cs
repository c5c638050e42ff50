namespace BitbucketPS.Profiles;

/// <summary>An API token of an Atlassian account.</summary>
public sealed class SavedApiToken : SavedCredential
{
    /// <summary>The e-mail address of the account.</summary>
    public required string Email { get; init; }

    /// <summary>The token.</summary>
    public required string Token { get; init; }
}
