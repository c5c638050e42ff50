using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets what builds and other systems say about a commit, or about the commits of a pull request.
/// </summary>
/// <remarks>
/// With -Key it gets one status of a commit, and an error if there is none. Otherwise the statuses are written as their pages come.
/// </remarks>
/// <example>
/// <summary>Lists the statuses of the commit that a branch points to.</summary>
/// <code>Get-BitbucketCommitStatus demo/website main</code>
/// </example>
/// <example>
/// <summary>Lists the failed builds of a pull request.</summary>
/// <code>Get-BitbucketCommitStatus demo/website -PullRequestId 1 -Filter 'state = "FAILED"'</code>
/// </example>
/// <example>
/// <summary>Lists the statuses of the ten newest commits of a branch.</summary>
/// <code>Get-BitbucketCommit demo/website -Branch main -First 10 | Get-BitbucketCommitStatus</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketCommitStatus", SupportsPaging = true, DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(CommitStatus))]
[UsesOperation(nameof(CommitOperations.ListCommitStatuses), Without = nameof(Key))]
[UsesOperation(nameof(CommitOperations.GetCommitStatus), With = nameof(Key))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Commit))]
[UsesOperation(nameof(PullRequestOperations.ListPullRequestStatuses), With = nameof(PullRequestId))]
[UsesOperation(nameof(PullRequestOperations.ListPullRequestStatuses), With = nameof(PullRequest))]
public sealed class GetBitbucketCommitStatusCommand : BitbucketCommitCommand
{
    private const string CommitSet = "Commit";
    private const string IdSet = "Id";
    private const string PullRequestSet = "PullRequest";

    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = CommitSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <inheritdoc />
    [Parameter(Position = 1, ParameterSetName = CommitSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash", "Target")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public override string Commit { get; set; } = "";

    /// <summary>The key of one status; all statuses by default.</summary>
    [Parameter(Position = 2, ParameterSetName = CommitSet)]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    /// <summary>The branch or tag that was built; statuses of any by default.</summary>
    [Parameter(ParameterSetName = CommitSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Refname { get; set; }

    /// <summary>The number of a pull request, the statuses of which are listed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCompleter))]
    public long PullRequestId { get; set; }

    // Not mandatory, and still the default set, nor is a commit: the engine tries that set first, so that a piped pull request is one,
    // though it knows its repository too, and a commit that is piped is not refused because it is none.
    /// <summary>A pull request, the statuses of which are listed, or an untyped object with the properties Repository and Id.</summary>
    [Parameter(ParameterSetName = PullRequestSet, ValueFromPipeline = true)]
    [PullRequestTransformation]
    [ValidateNotNull]
    public PullRequest? PullRequest { get; set; }

    /// <summary>A condition in Bitbucket's query language, such as state = "FAILED"; the server checks it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as created_on; a minus before it reverses the order, and needs quotes: '-created_on'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit((object?)PullRequest ?? Repository, work =>
    {
        ListPaging paging = new(PagingParameters, work, isServers: true);
        CommitStatusQuery query = new()
        {
            Filter = Filter,
            Sort = Sort,
            Refname = Refname,
            Skip = paging.Skip,
            First = paging.First,
            Progress = work,
        };
        if (PullRequest is not null || PullRequestId > 0)
        {
            PullRequestKey pullRequest = PullRequest is null ? new(ResolveRepository(), PullRequestId) : PullRequestKey.Of(PullRequest);
            work.Target = pullRequest;
            return paging.Read(Client.CommitStatuses.ListOfPullRequestAsync(pullRequest.Repository, pullRequest.Id, query, StopToken));
        }

        CommitAddress address = Commit.Length > 0 ? ResolveCommit() : throw Nothing();
        work.Target = Key is null ? address : address.Status(Key);
        return Key is not { } key
            ? paging.Read(Client.CommitStatuses.ListAsync(address.Repository, address.Commit, query, StopToken))
            : paging.Read(() => Client.CommitStatuses.GetAsync(address.Repository, address.Commit, key, StopToken));
    });

    private static BitbucketException Nothing()
        => new(BitbucketErrorKind.InvalidArgument, "Neither a commit nor a pull request was given.")
        {
            RecommendedAction = "Give -Commit, a hash or the name of a branch or a tag, or -PullRequestId; or pipe commits or pull requests.",
        };
}
