namespace BitbucketPS.Sandbox;

/// <summary>The access tokens that belong to a thing and not to a person.</summary>
/// <param name="Name">For people.</param>
/// <param name="CredentialType">What answers to it say.</param>
/// <param name="AccountKind">What its account says.</param>
/// <param name="Scopes">
/// What it can hold. Bitbucket's pages "Repository / Project / Workspace Access Token permissions" list what can be ticked.
/// </param>
internal sealed record AccessTokenKind(string Name, string CredentialType, string AccountKind, IReadOnlyList<string> Scopes)
{
    public static AccessTokenKind Repository { get; } = new(
        "A repository access token", CredentialTypes.RepositoryToken, "repository_access_token",
        [
            "repository", "repository:write", "repository:admin", "repository:delete", "pullrequest", "pullrequest:write",
            "webhook", "pipeline", "pipeline:write", "pipeline:variable", "runner", "runner:write",
        ]);

    public static AccessTokenKind Project { get; } = new(
        "A project access token", CredentialTypes.ProjectToken, "project_access_token", ["project", .. Repository.Scopes]);

    public static AccessTokenKind Workspace { get; } = new(
        "A workspace access token", CredentialTypes.WorkspaceToken, "workspace_access_token",
        ["account", "project:admin", .. Project.Scopes]);
}
