namespace BitbucketPS.Sandbox;

/// <content>The tokens of a sandbox. Those that are issued here do not outlive it.</content>
public sealed partial class SandboxServer
{
    /// <summary>The API token of the demo person, with every scope that the sandbox asks for and a year to live. With a data folder it stays the same.</summary>
    public SandboxApiToken ApiToken { get; }

    /// <summary>Issues an access token that acts as the demo person, for <c>Authorization: Bearer</c>.</summary>
    /// <param name="lifetime">How long it is good, by the clock of the options.</param>
    /// <param name="scopes">What it may do; none means everything the sandbox has.</param>
    public string IssueAccessToken(TimeSpan lifetime, params IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return _tokens.IssueAccessToken(lifetime, scopes);
    }

    /// <summary>Issues an access token that acts as a person, for <c>Authorization: Bearer</c>.</summary>
    /// <param name="username">Of the demo data: <c>demo</c>, <c>asha</c>, <c>joerg</c>, <c>mei</c>, <c>oconnor</c> or <c>stranger</c>.</param>
    /// <param name="lifetime">How long it is good, by the clock of the options.</param>
    /// <param name="scopes">What it may do; none means everything the sandbox has.</param>
    /// <exception cref="ArgumentException">There is no such person.</exception>
    public string IssueAccessTokenFor(string username, TimeSpan lifetime, params IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(username);
        ArgumentNullException.ThrowIfNull(scopes);
        return _tokens.IssueAccessToken(username, lifetime, scopes);
    }

    /// <summary>Issues an access token of one repository, for <c>Authorization: Bearer</c>. It is an account of its own.</summary>
    /// <param name="workspace">Slug or UUID of the workspace.</param>
    /// <param name="slug">Slug or UUID of the repository.</param>
    /// <param name="lifetime">How long it is good, by the clock of the options.</param>
    /// <param name="scopes">What it may do; none means everything the sandbox has for such a token.</param>
    /// <exception cref="ArgumentException">There is no such repository, or its tokens cannot hold such a scope.</exception>
    public string IssueRepositoryToken(string workspace, string slug, TimeSpan lifetime, params IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(slug);
        ArgumentNullException.ThrowIfNull(scopes);
        return _tokens.IssueRepositoryToken(workspace, slug, lifetime, scopes);
    }

    /// <summary>Issues an access token of a project, which reaches its repositories. It is an account of its own.</summary>
    /// <param name="workspace">Slug or UUID of the workspace.</param>
    /// <param name="projectKey">Such as <c>WEB</c>.</param>
    /// <param name="lifetime">How long it is good, by the clock of the options.</param>
    /// <param name="scopes">What it may do; none means everything the sandbox has for such a token.</param>
    /// <exception cref="ArgumentException">There is no such project, or its tokens cannot hold such a scope.</exception>
    public string IssueProjectToken(string workspace, string projectKey, TimeSpan lifetime, params IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(projectKey);
        ArgumentNullException.ThrowIfNull(scopes);
        return _tokens.IssueProjectToken(workspace, projectKey, lifetime, scopes);
    }

    /// <summary>Issues an access token of a workspace, which reaches everything in it. It is an account of its own.</summary>
    /// <param name="workspace">Slug or UUID.</param>
    /// <param name="lifetime">How long it is good, by the clock of the options.</param>
    /// <param name="scopes">What it may do; none means everything the sandbox has.</param>
    /// <exception cref="ArgumentException">There is no such workspace, or its tokens cannot hold such a scope.</exception>
    public string IssueWorkspaceToken(string workspace, TimeSpan lifetime, params IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(scopes);
        return _tokens.IssueWorkspaceToken(workspace, lifetime, scopes);
    }

    /// <summary>Issues an API token of the demo person, for Basic authentication.</summary>
    /// <param name="lifetime">How long it is good, by the clock of the options.</param>
    /// <param name="scopes">
    /// What it may do, such as <c>read:repository:bitbucket</c>; none means everything the sandbox has.
    /// </param>
    /// <exception cref="ArgumentException">It would live longer than a year, or cannot hold such a scope.</exception>
    public SandboxApiToken IssueApiToken(TimeSpan lifetime, params IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return _tokens.IssueApiToken(lifetime, scopes);
    }

    /// <summary>Ends a token at once.</summary>
    /// <param name="token">An access token or API token that this sandbox issued, expired or not.</param>
    /// <returns>Whether there was such a token.</returns>
    public bool Revoke(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return _parts.Credentials.Revoke(token);
    }
}
