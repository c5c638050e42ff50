using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the files that stand in the way of a pull request's merge.
/// </summary>
/// <remarks>
/// Nothing is written for a pull request that can be merged.
/// </remarks>
/// <example>
/// <summary>Lists the files in which a pull request conflicts with its destination.</summary>
/// <code>Get-BitbucketPullRequestConflict demo/api 1</code>
/// </example>
/// <example>
/// <summary>Lists the conflicts of all open pull requests of a workspace.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketPullRequest | Get-BitbucketPullRequestConflict</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketPullRequestConflict", SupportsPaging = true, DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(PullRequestConflict))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequestConflicts))]
public sealed class GetBitbucketPullRequestConflictCommand : BitbucketPullRequestPartCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Input, work =>
    {
        PullRequestKey key = ResolvePullRequest();
        work.Target = key.ToString();
        ListPaging paging = new(PagingParameters, work, isServers: true);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(Client.PullRequests.ListConflictsAsync(key.Repository, key.Id, options, StopToken));
    });
}
