namespace BitbucketPS.Sandbox;

/// <summary>What <c>X-Credential-Type</c> says.</summary>
internal static class CredentialTypes
{
    public const string OAuth1 = "oauth1";
    public const string OAuth2 = "oauth2";
    public const string ApiToken = "api_token";

    /// <summary>The one of its kind that Atlassian's pages show; the other two follow it.</summary>
    public const string RepositoryToken = "repo_access_token";

    public const string ProjectToken = "project_access_token";
    public const string WorkspaceToken = "workspace_access_token";
}
