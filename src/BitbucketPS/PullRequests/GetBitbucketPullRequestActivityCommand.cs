using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets what happened to a pull request, or to all pull requests of a repository.
/// </summary>
/// <remarks>
/// The newest comes first. An update says the state of the pull request after it and what was changed; a comment has its text. Approvals
/// and requests for changes have none. Those that were taken back are not told of.
/// </remarks>
/// <example>
/// <summary>Lists what happened to a pull request.</summary>
/// <code>Get-BitbucketPullRequestActivity demo/api 1</code>
/// </example>
/// <example>
/// <summary>Lists the last ten things that happened to any pull request of a repository.</summary>
/// <code>Get-BitbucketPullRequestActivity demo/api -First 10</code>
/// </example>
/// <example>
/// <summary>Lists who approved the open pull requests of all repositories.</summary>
/// <code>
/// Get-BitbucketRepository demo/* | Get-BitbucketPullRequest | Get-BitbucketPullRequestActivity |
///     Where-Object Kind -eq 'approval'
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketPullRequestActivity", SupportsPaging = true, DefaultParameterSetName = IdSet)]
[OutputType(typeof(PullRequestActivity))]
[UsesOperation(nameof(PullRequestOperations.ListPullRequestActivity))]
[UsesOperation(nameof(PullRequestOperations.ListRepositoryPullRequestActivity))]
public sealed class GetBitbucketPullRequestActivityCommand : BitbucketPullRequestPartCommand
{
    /// <summary>The number of the pull request; by default the one whose page's address -Repository is, or else all of the repository.</summary>
    [Parameter(Position = 1, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCompleter))]
    public override long PullRequestId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Input, work =>
    {
        PullRequestKey key = ResolvePullRequest();
        long? id = key.Id > 0 ? key.Id : Repository?.PullRequestId;
        work.Target = id is { } number ? (key with { Id = number }).ToString() : key.Repository.ToString();
        ListPaging paging = new(PagingParameters, work, isServers: true);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(Client.PullRequests.ListActivityAsync(key.Repository, id, options, StopToken));
    });
}
