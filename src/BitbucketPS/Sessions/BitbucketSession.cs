using BitbucketPS.Http;

namespace BitbucketPS;

/// <summary>
/// A signed-in connection to Bitbucket, shared by all cmdlets of a runspace, or passed with -Session. Safe for use from
/// many runspaces at once. It shows nothing secret.
/// </summary>
public sealed class BitbucketSession
{
    private readonly BitbucketClient _client;
    private readonly SessionCredential? _credential;
    private readonly IDisposable? _owned;
    private int _closed;

    /// <summary>
    /// Makes a session over a client of the caller's own: for hosts and scripts that need another transport, such as one with a
    /// client certificate, and for tests with a clock of their own. Nothing is asked of the server. Pass it with -Session.
    /// </summary>
    /// <param name="client">The client. It stays the caller's to dispose: Disconnect-Bitbucket closes the session alone.</param>
    /// <param name="workspace">The workspace of repositories that are named by their slug alone.</param>
    /// <param name="repository">The repository of cmdlets that are given none.</param>
    public BitbucketSession(BitbucketClient client, string? workspace = null, RepositoryId? repository = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        SiteUri = ServerAddress.IsCloud(client.BaseUri) ? ServerAddress.CloudSite : client.BaseUri;
        CredentialKind = client.Options.Signer?.CredentialKind ?? "None";
        Workspace = workspace ?? repository?.Workspace;
        Repository = repository;
        ConnectedOn = client.Options.TimeProvider.GetLocalNow();
    }

    internal BitbucketSession(BitbucketClient client, SessionCredential credential, Uri siteUri, string credentialKind, IDisposable? owned)
    {
        _client = client;
        _credential = credential;
        _owned = owned;
        SiteUri = siteUri;
        CredentialKind = credentialKind;
    }

    /// <summary>The name of the account; null where the credential may not read it, as that of a repository may not.</summary>
    public string? Account { get; internal init; }

    /// <summary>The account's UUID in braces, where it is known.</summary>
    public string? AccountUuid { get; internal init; }

    /// <summary>
    /// What its requests are signed with: <c>OAuth2</c>, <c>OAuth1</c>, <c>ApiToken</c>, <c>RepositoryAccessToken</c>,
    /// <c>ProjectAccessToken</c>, <c>WorkspaceAccessToken</c>, or <c>AccessToken</c> where the server does not say whose;
    /// <c>None</c> where they are not signed.
    /// </summary>
    public string CredentialKind { get; }

    /// <summary>What the credential may do, as the server said; empty where it did not.</summary>
    public IReadOnlyList<string> Scopes { get; internal init; } = [];

    /// <summary>
    /// When the access token of the moment ends; it is renewed before. Null where nobody knows: Bitbucket does not tell it of API
    /// tokens and access tokens.
    /// </summary>
    public DateTimeOffset? ExpiresOn => _credential?.Tokens?.Current.ExpiresOn;

    /// <summary>The saved profile that it comes from or was saved as; null without one.</summary>
    public string? Profile { get; internal set; }

    /// <summary>The workspace of repositories that are named by their slug alone.</summary>
    public string? Workspace { get; internal init; }

    /// <summary>The repository of cmdlets that are given none.</summary>
    public RepositoryId? Repository { get; internal init; }

    /// <summary>The server of the API.</summary>
    public Uri BaseUri => _client.BaseUri;

    /// <summary>The server of the site, where people sign in and git clones from.</summary>
    public Uri SiteUri { get; }

    /// <summary>How many requests may be under way at once, and how many inputs a cmdlet works ahead.</summary>
    public int ThrottleLimit => _client.Options.ThrottleLimit;

    /// <summary>How often a request is tried again after a passing failure.</summary>
    public int MaximumRetryCount => _client.Options.MaximumRetryCount;

    /// <summary>When it was opened.</summary>
    public DateTimeOffset ConnectedOn { get; internal init; }

    /// <summary>False once it was closed by Disconnect-Bitbucket.</summary>
    public bool IsOpen => Volatile.Read(ref _closed) == 0;

    /// <summary>Whether the server showed that it knows the credential.</summary>
    internal bool IsProven { get; init; }

    /// <summary>Signs and sends.</summary>
    internal BitbucketClient Client => _client;

    /// <summary>The credential in use; null where the client is the caller's own, which signs as it likes.</summary>
    internal SessionCredential? Credential => _credential;

    /// <summary>What completers found a moment ago.</summary>
    internal CompletionCache Completions => field ??= new(_client.Options.TimeProvider);

    /// <summary>Who is signed in, and where.</summary>
    public override string ToString() => $"{Account ?? CredentialKind} at {BaseUri.Authority}";

    /// <summary>This session, unless it was closed or has lost its sandbox.</summary>
    /// <exception cref="BitbucketException">It was closed, or has lost its sandbox.</exception>
    internal BitbucketSession RequireOpen()
    {
        if (!IsOpen)
        {
            throw new BitbucketException(BitbucketErrorKind.NotConnected, $"The session '{this}' was closed.");
        }

        return _owned is SandboxLease { IsLost: true }
            ? throw new BitbucketException(BitbucketErrorKind.NotConnected, $"The sandbox of the session '{this}' was stopped.")
            {
                RecommendedAction = "Run Connect-Bitbucket -Sandbox again: another sandbox knows nothing of what this one held.",
            }
            : this;
    }

    /// <summary>The default workspace.</summary>
    /// <param name="purpose">What it is needed for, for the error.</param>
    /// <exception cref="BitbucketException">There is none.</exception>
    internal string RequireWorkspace(string purpose)
        => Workspace ?? throw new BitbucketException(
            BitbucketErrorKind.WorkspaceRequired,
            $"No workspace {purpose}: none was given, and the session has no default.");

    /// <summary>Closes the connections that were made for it, and lets go of its sandbox, if it has one. Closing twice is closing once.</summary>
    internal void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0 && _credential is not null)
        {
            _client.Dispose();
            _credential.Dispose();
            _owned?.Dispose();
        }
    }
}
