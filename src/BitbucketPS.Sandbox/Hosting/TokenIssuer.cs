namespace BitbucketPS.Sandbox;

/// <summary>Makes tokens as the settings pages of Bitbucket do: of each kind only what can exist there.</summary>
internal sealed class TokenIssuer
{
    private readonly SandboxState _state;
    private readonly CredentialStore _store;
    private readonly Account _person;
    private int _count;

    /// <summary>Has made nothing yet.</summary>
    /// <param name="state">Where workspaces, projects and repositories are looked up.</param>
    /// <param name="store">Where the tokens go.</param>
    /// <param name="person">Whom access tokens of consumers and API tokens act as.</param>
    public TokenIssuer(SandboxState state, CredentialStore store, Account person)
    {
        _state = state;
        _store = store;
        _person = person;
    }

    /// <summary>How long an API token may last.</summary>
    public static TimeSpan LongestApiToken { get; } = TimeSpan.FromDays(365);

    public string IssueAccessToken(TimeSpan lifetime, IReadOnlyList<string> scopes) => IssueAccessToken(_person, lifetime, scopes);

    public string IssueAccessToken(string username, TimeSpan lifetime, IReadOnlyList<string> scopes)
    {
        Account? person = _state.Read().Data.All<Account>().FirstOrDefault(account => string.Equals(account.Username, username, StringComparison.Ordinal));
        return IssueAccessToken(person ?? throw new ArgumentException($"There is no person {username}.", nameof(username)), lifetime, scopes);
    }

    private string IssueAccessToken(Account person, TimeSpan lifetime, IReadOnlyList<string> scopes)
        => _store.Issue(new(person, CredentialTypes.OAuth2, scopes.Count == 0 ? Scopes.All : [.. scopes]), lifetime);

    public string IssueRepositoryToken(string workspace, string slug, TimeSpan lifetime, IReadOnlyList<string> scopes)
    {
        HostedRepository repository = _state.Read().FindRepository(workspace, slug)
            ?? throw new ArgumentException($"There is no repository {workspace}/{slug}.", nameof(slug));
        Reach reach = new(repository.Workspace.Uuid, repository.Project.Uuid, repository.Uuid);
        return Issue(AccessTokenKind.Repository, reach, lifetime, scopes);
    }

    public string IssueProjectToken(string workspace, string projectKey, TimeSpan lifetime, IReadOnlyList<string> scopes)
    {
        Workspace owner = RequireWorkspace(workspace);
        Project project = _state.Read().FindProject(owner, projectKey)
            ?? throw new ArgumentException($"There is no project {projectKey} in {workspace}.", nameof(projectKey));
        return Issue(AccessTokenKind.Project, new(owner.Uuid, project.Uuid), lifetime, scopes);
    }

    public string IssueWorkspaceToken(string workspace, TimeSpan lifetime, IReadOnlyList<string> scopes)
        => Issue(AccessTokenKind.Workspace, new(RequireWorkspace(workspace).Uuid), lifetime, scopes);

    public SandboxApiToken IssueApiToken(TimeSpan lifetime, IReadOnlyList<string> scopes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, LongestApiToken);
        RequireKnown(scopes, GranularScopes.IsKnown, "An API token");
        IReadOnlyList<string> granted = scopes.Count == 0 ? GranularScopes.All : [.. scopes];
        return new(_person.Email, _store.Issue(new(_person, CredentialTypes.ApiToken, granted), lifetime));
    }

    private string Issue(AccessTokenKind kind, Reach reach, TimeSpan lifetime, IReadOnlyList<string> scopes)
    {
        Predicate<string> canHold = scope => kind.Scopes.Contains(scope, StringComparer.Ordinal);
        RequireKnown(scopes, canHold, kind.Name);
        IReadOnlyList<string> granted = scopes.Count == 0 ? [.. Scopes.All.Where(scope => canHold(scope))] : [.. scopes];
        return _store.Issue(new(NewAccount(kind), kind.CredentialType, granted) { Reach = reach }, lifetime);
    }

    // A member of nothing: only its token opens anything to it.
    private Account NewAccount(AccessTokenKind kind)
    {
        string name = FormattableString.Invariant($"access-token-{Interlocked.Increment(ref _count)}");
        return new(name, name, $"{name}@bots.example.org", _store.Now) { IsApp = true, Kind = kind.AccountKind };
    }

    private Workspace RequireWorkspace(string workspace)
        => _state.Read().FindWorkspace(workspace)
            ?? throw new ArgumentException($"There is no workspace {workspace}.", nameof(workspace));

    private static void RequireKnown(IReadOnlyList<string> scopes, Predicate<string> canHold, string name)
    {
        string[] others = [.. scopes.Where(scope => !canHold(scope))];
        if (others.Length > 0)
        {
            throw new ArgumentException($"{name} cannot hold {string.Join(", ", others)}.", nameof(scopes));
        }
    }
}
