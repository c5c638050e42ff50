using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lists the files that a commit changed, that differ between two commits, or that a pull request changes.
/// </summary>
/// <remarks>
/// Each entry says what happened to the file, and how many lines it has more and less. It knows a commit that has the file, so that it
/// pipes into Get-BitbucketContent. -Path and the other ways to compare are for commits; the service has none for pull requests.
/// </remarks>
/// <example>
/// <summary>Lists the files that the newest commit of a branch changed.</summary>
/// <code>Get-BitbucketDiffStat demo/website main</code>
/// </example>
/// <example>
/// <summary>Lists the files that a branch changes.</summary>
/// <code>Get-BitbucketDiffStat demo/api -From main -To develop</code>
/// </example>
/// <example>
/// <summary>Lists the files that a pull request adds.</summary>
/// <code>Get-BitbucketDiffStat demo/website -PullRequestId 1 | Where-Object Status -eq added</code>
/// </example>
/// <example>
/// <summary>Lists what changed since a day in the history of a file.</summary>
/// <code>Get-BitbucketFileHistory demo/website README.md -First 3 | Get-BitbucketDiffStat</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketDiffStat", SupportsPaging = true, DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(DiffStat))]
[UsesOperation(nameof(DiffOperations.ListDiffStat))]
[UsesOperation(nameof(PullRequestOperations.ListPullRequestDiffStat), With = nameof(PullRequestId))]
[UsesOperation(nameof(PullRequestOperations.ListPullRequestDiffStat), With = nameof(PullRequest))]
[UsesOperation(nameof(SourceOperations.GetSourceRoot), With = nameof(From))]
[UsesOperation(nameof(CommitOperations.ListCommits), Without = nameof(PullRequestId))]
public sealed class GetBitbucketDiffStatCommand : BitbucketDiffOptionsCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Input, work =>
    {
        DiffTarget target = ResolveTarget(work);
        ListPaging paging = new(PagingParameters, work, isServers: true);
        ListOptions list = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(target.PullRequestId is { } id
            ? Client.Diffs.ListStatAsync(target.Repository, id, list, StopToken)
            : ListAsync(target, Options, list));
    });

    private async IAsyncEnumerable<DiffStat> ListAsync(DiffTarget target, DiffOptions options, ListOptions list)
    {
        DiffRange range = await RangeAsync(target).ConfigureAwait(false);
        await foreach (DiffStat file in Client.Diffs.ListStatAsync(target.Repository, range, options, list, StopToken).ConfigureAwait(false))
        {
            yield return file;
        }
    }
}
