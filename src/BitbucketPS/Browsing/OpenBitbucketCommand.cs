using System.Management.Automation;
using BitbucketPS.Authorization;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Shows anything of Bitbucket in the browser: what is piped, a repository or a place in it, or where one is.
/// </summary>
/// <remarks>
/// <para>
/// Without an argument it shows the repository of the session, or the one that the current location is a git clone of. With -Print
/// the address is written, and no browser is opened.
/// </para>
/// <para>
/// The browser is the command in the environment variable BROWSER, or else the system's own.
/// </para>
/// </remarks>
/// <example>
/// <summary>Writes the address of a repository.</summary>
/// <code>Open-Bitbucket demo/website -Print</code>
/// </example>
/// <example>
/// <summary>Writes the address of a file on a branch.</summary>
/// <code>Open-Bitbucket demo/website -Path README.md -Branch main -Print</code>
/// </example>
/// <example>
/// <summary>Writes the addresses of all branches.</summary>
/// <code>Get-BitbucketBranch demo/website | Open-Bitbucket -Print</code>
/// </example>
[Cmdlet(VerbsCommon.Open, "Bitbucket", DefaultParameterSetName = PlaceSet)]
[OutputType(typeof(string))]
public sealed class OpenBitbucketCommand : BitbucketCommand
{
    private const string PlaceSet = "Place";
    private const string ObjectSet = "Object";

    // A browser may run as long as the person likes; a command that cannot show anything fails sooner than this.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>The repository: workspace/slug, a slug in the session's workspace, or an https or ssh address.</summary>
    [Parameter(Position = 0, ParameterSetName = PlaceSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public RepositoryIdentity? Repository { get; set; }

    /// <summary>A file or folder in the repository, by default at the branch that is checked out or at the main branch.</summary>
    [Parameter(Position = 1, ParameterSetName = PlaceSet)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>A branch; with -Path, the one to show the file on.</summary>
    [Parameter(ParameterSetName = PlaceSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Branch { get; set; }

    /// <summary>The hash of a commit; with -Path, the one to show the file at.</summary>
    [Parameter(ParameterSetName = PlaceSet)]
    [Alias("Hash")]
    [ValidateNotNullOrEmpty]
    public string? Commit { get; set; }

    /// <summary>The number of a pull request.</summary>
    [Parameter(ParameterSetName = PlaceSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCompleter))]
    public long PullRequestId { get; set; }

    /// <summary>Anything that has a page: a repository, a pull request, a commit, a branch, a file, a project, a user, somebody who reviews; a text is a repository or an address on the session's site.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public object? InputObject { get; set; }

    /// <summary>Writes the address, and opens no browser.</summary>
    [Parameter]
    public SwitchParameter Print { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => InTurn(InputObject ?? Repository, _ =>
    {
        string address = InputObject is { } input
            ? SiteAddress.Of(input, ActiveSession) ?? throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{input}' says no address of a page.")
            {
                RecommendedAction = "Pipe an object that a cmdlet of this module wrote, with its property Links.",
            }
            : PlaceAddress();
        return Print ? Results.One(() => Task.FromResult(address)) : Results.None(() => OpenAsync(new(address)));
    });

    private protected override string? AdviceOn(BitbucketException e) => e.Kind is BitbucketErrorKind.BrowserFailed
        ? "Use -Print and open the address by hand, or set the environment variable BROWSER to a command that works."
        : base.AdviceOn(e);

    private string PlaceAddress()
    {
        RequireOnePlace();
        RepositoryId repository = (Repository ?? RepositoryIdentity.Default(ActiveSession, SessionState)).Resolve(ActiveSession);
        string path = this switch
        {
            { PullRequestId: > 0 } => SiteAddress.PullRequest(repository, PullRequestId),
            { Path: { } file } => SiteAddress.File(repository, Commit ?? Branch ?? CheckedOut(repository) ?? "HEAD", file),
            { Commit: { } hash } => SiteAddress.Commit(repository, hash),
            { Branch: { } branch } => SiteAddress.Branch(repository, branch),
            _ => repository.ToString(),
        };
        return SiteAddress.At(ActiveSession, path);
    }

    private void RequireOnePlace()
    {
        if (PullRequestId > 0 && (Path ?? Branch ?? Commit) is not null)
        {
            throw NotBoth("-PullRequestId shows a pull request as a whole: -Path, -Branch and -Commit cannot go with it.");
        }

        if (Branch is not null && Commit is not null)
        {
            throw NotBoth("-Branch and -Commit cannot both say what to show.");
        }
    }

    private static BitbucketException NotBoth(string message)
        => new(BitbucketErrorKind.InvalidArgument, message) { RecommendedAction = "Give one of them." };

    // The branch of the clone says something of that repository alone.
    private string? CheckedOut(RepositoryId repository)
    {
        string folder = SessionState.Path.CurrentFileSystemLocation.ProviderPath;
        return repository == GitClone.FindRepository(folder, ActiveSession) ? GitClone.CurrentBranch(folder) : null;
    }

    private async Task OpenAsync(Uri address)
    {
        try
        {
            await SystemBrowser.FromEnvironment().OpenAsync(address, StopToken).WaitAsync(s_patience, StopToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It shows the page, and goes on.
        }
    }
}
