using BitbucketPS.Http;

namespace BitbucketPS;

/// <summary>A client of the Bitbucket Cloud API. Safe for use from many threads at once.</summary>
public sealed class BitbucketClient : IDisposable
{
    private readonly BitbucketConnection _connection;
    private readonly CredentialProbe _probe;
    private readonly bool _ownsConnection;

    /// <summary>Makes a client with a connection pool of its own.</summary>
    /// <param name="options">Where to send requests, and how to sign them.</param>
    /// <exception cref="BitbucketException">The base address is not secure.</exception>
    public BitbucketClient(BitbucketClientOptions options)
        : this(new BitbucketConnection(options), options, observer: null)
    {
        _ownsConnection = true;
    }

    private BitbucketClient(BitbucketConnection connection, BitbucketClientOptions options, IRequestObserver? observer)
    {
        Options = options;
        _connection = connection;
        _probe = new(connection, observer);
        OperationRunner runner = new(connection, observer);
        Raw = new(connection, observer);
        CommitComments = new(runner);
        CommitStatuses = new(runner);
        Commits = new(runner);
        Diffs = new(runner);
        Forks = new(runner);
        Projects = new(runner);
        PullRequestComments = new(runner);
        PullRequestMerges = new(runner);
        PullRequestReviews = new(runner);
        PullRequestTasks = new(runner);
        PullRequests = new(runner);
        Refs = new(runner);
        Repositories = new(runner);
        SettingInheritances = new(runner);
        Source = new(runner);
        Tags = new(runner);
        Users = new(runner);
        Workspaces = new(runner);
    }

    /// <summary>The server of the API, without a slash at its end.</summary>
    public Uri BaseUri => _connection.BaseUri;

    /// <summary>Any request, for what the other groups do not cover.</summary>
    public RawClient Raw { get; }

    /// <summary>Comments on commits.</summary>
    public CommitCommentsClient CommitComments { get; }

    /// <summary>Build statuses of commits.</summary>
    public CommitStatusesClient CommitStatuses { get; }

    /// <summary>Commits and their approvals.</summary>
    public CommitsClient Commits { get; }

    /// <summary>What differs between commits, and where their histories part.</summary>
    public DiffsClient Diffs { get; }

    /// <summary>Forks of repositories.</summary>
    public ForksClient Forks { get; }

    /// <summary>Projects of a workspace.</summary>
    public ProjectsClient Projects { get; }

    /// <summary>Comments on pull requests.</summary>
    public PullRequestCommentsClient PullRequestComments { get; }

    /// <summary>Merges of pull requests.</summary>
    public PullRequestMergesClient PullRequestMerges { get; }

    /// <summary>Approvals of pull requests and requests for changes.</summary>
    public PullRequestReviewsClient PullRequestReviews { get; }

    /// <summary>Tasks on pull requests.</summary>
    public PullRequestTasksClient PullRequestTasks { get; }

    /// <summary>Pull requests.</summary>
    public PullRequestsClient PullRequests { get; }

    /// <summary>Branches, and what branches and tags have in common.</summary>
    public RefsClient Refs { get; }

    /// <summary>Repositories.</summary>
    public RepositoriesClient Repositories { get; }

    /// <summary>Which settings repositories inherit from their projects.</summary>
    public SettingInheritancesClient SettingInheritances { get; }

    /// <summary>Directories and files of a repository, their history, and commits that change them.</summary>
    public SourceClient Source { get; }

    /// <summary>Tags.</summary>
    public TagsClient Tags { get; }

    /// <summary>Users and the account that is signed in.</summary>
    public UsersClient Users { get; }

    /// <summary>Workspaces.</summary>
    public WorkspacesClient Workspaces { get; }

    /// <summary>
    /// Finds out whether the server accepts the credential, and what it says of it. The account need not be readable: the token
    /// of a repository may not read it.
    /// </summary>
    /// <param name="repository">A repository that the credential is for, if known.</param>
    /// <param name="workspace">A workspace that the credential is for, if known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Account, kind and scopes, as far as the server tells.</returns>
    /// <exception cref="BitbucketException">The server cannot be reached, or does not accept the credential.</exception>
    public Task<CredentialFacts> ProveCredentialAsync(
        RepositoryId? repository = null, string? workspace = null, CancellationToken cancellationToken = default)
        => _probe.ProveAsync(repository, workspace, cancellationToken);

    /// <summary>What is known of the rate limits: one entry for each group of resources that was asked for something in the last hour.</summary>
    /// <returns>The limits, in the order of their names.</returns>
    public IReadOnlyList<RateLimit> GetRateLimits() => _connection.GetRateLimits();

    /// <summary>The same client, on the same connections, with somebody who watches its requests.</summary>
    internal BitbucketClient Observe(IRequestObserver observer) => new(_connection, Options, observer);

    /// <summary>What it is made of.</summary>
    internal BitbucketClientOptions Options { get; }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        if (_ownsConnection)
        {
            _connection.Dispose();
        }
    }
}
