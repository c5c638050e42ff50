namespace BitbucketPS;

/// <summary>Names the kind of a session's credential, as a person would.</summary>
internal static class CredentialKinds
{
    /// <summary>The kind that the server saw, where it says one that is known; else that of the way to sign.</summary>
    public static string Of(CredentialFacts facts, SessionCredential credential) => facts.CredentialType switch
    {
        "oauth2" => "OAuth2",
        "oauth1" => "OAuth1",
        "api_token" => "ApiToken",
        "repo_access_token" or "repository_access_token" => "RepositoryAccessToken",
        "project_access_token" => "ProjectAccessToken",
        "workspace_access_token" => "WorkspaceAccessToken",
        _ => credential.Signer.CredentialKind,
    };
}
