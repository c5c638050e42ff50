using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets commits of a repository: one, those that lead to a branch or a tag, or those of a pull request.
/// </summary>
/// <remarks>
/// <para>
/// With -Commit it gets one, which tells also who approved it. Without, it lists commits, newest first, as their pages come: those that
/// any branch or tag leads to, or with -Branch, -Include, -Exclude and -Path some of them. The service tells neither how many there are
/// nor sorts them otherwise; -First keeps a list short.
/// </para>
/// <para>
/// Branches and tags that are piped stand for the commit they point to, a comment or a status for the commit it is about, and a pull
/// request for all of its commits.
/// </para>
/// </remarks>
/// <example>
/// <summary>Shows the ten newest commits of a branch.</summary>
/// <code>Get-BitbucketCommit demo/website -Branch main -First 10</code>
/// </example>
/// <example>
/// <summary>Gets the commit that a branch points to.</summary>
/// <code>Get-BitbucketCommit demo/api develop</code>
/// </example>
/// <example>
/// <summary>Lists what develop has and main has not.</summary>
/// <code>Get-BitbucketCommit demo/api -Branch develop -Exclude main</code>
/// </example>
/// <example>
/// <summary>Lists the commits that changed a file.</summary>
/// <code>Get-BitbucketCommit demo/website -Branch main -Path README.md</code>
/// </example>
/// <example>
/// <summary>Lists the commits of a pull request.</summary>
/// <code>Get-BitbucketCommit demo/website -PullRequestId 1</code>
/// </example>
/// <example>
/// <summary>Gets the commit that each release branch points to.</summary>
/// <code>Get-BitbucketBranch demo/api release/* | Get-BitbucketCommit</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketCommit", SupportsPaging = true, DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(Commit))]
[UsesOperation(nameof(CommitOperations.GetCommit), With = nameof(Commit))]
[UsesOperation(nameof(CommitOperations.ListCommits))]
[UsesOperation(nameof(CommitOperations.QueryCommits))]
[UsesOperation(nameof(CommitOperations.ListCommitsOfRevision), With = nameof(Branch))]
[UsesOperation(nameof(CommitOperations.QueryCommitsOfRevision), With = nameof(Branch))]
[UsesOperation(nameof(PullRequestOperations.ListPullRequestCommits), With = nameof(PullRequestId))]
[UsesOperation(nameof(PullRequestOperations.ListPullRequestCommits), With = nameof(PullRequest))]
public sealed partial class GetBitbucketCommitCommand : BitbucketRepositoryCommand
{
    private const string CommitSet = "Commit";
    private const string IdSet = "Id";
    private const string PullRequestSet = "PullRequest";

    // The service does not say which name it did not find; of more than these, the error would be no help.
    private const int MostNamed = 5;

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit((object?)PullRequest ?? Repository, work =>
    {
        ListPaging paging = new(PagingParameters, work, isServers: true);
        if (ResolvePullRequest() is { } key)
        {
            work.Target = key;
            ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
            return paging.Read(Client.Commits.ListOfPullRequestAsync(key.Repository, key.Id, options, StopToken));
        }

        RepositoryId repository = ResolveRepository();
        return Commit is { } commit ? One(work, paging, new(repository, commit)) : List(work, paging, repository);
    });

    private PullRequestKey? ResolvePullRequest() => (PullRequest, PullRequestId) switch
    {
        ({ } pullRequest, _) => PullRequestKey.Of(pullRequest),
        (_, > 0) => new(ResolveRepository(), PullRequestId),
        _ => null,
    };

    private IAsyncEnumerable<object?> One(InputWork work, ListPaging paging, CommitAddress address)
    {
        if ((Branch ?? Path) is not null || Include.Length > 0 || Exclude.Length > 0)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{address.Commit}' is one commit, and no list that could be restricted.")
            {
                RecommendedAction = "Leave out -Commit, or -Branch, -Include, -Exclude and -Path. To list what leads to a commit, give it as -Branch.",
            };
        }

        work.Target = address;
        return paging.Read(() => Client.Commits.GetAsync(address.Repository, address.Commit, StopToken));
    }

    private IAsyncEnumerable<object?> List(InputWork work, ListPaging paging, RepositoryId repository)
    {
        string[] revisions = [.. Branch is null ? Include : Include.Prepend(Branch), .. Exclude.Select(name => $"^{name}")];
        if (revisions.Length is > 0 and <= MostNamed)
        {
            work.Target = $"{repository}:{string.Join(' ', revisions)}";
        }

        CommitQuery query = new()
        {
            Revision = Branch,
            Include = Include,
            Exclude = Exclude,
            Path = Path,
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        return paging.Read(Client.Commits.ListAsync(repository, query, StopToken));
    }
}
