using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the tasks of a pull request.
/// </summary>
/// <remarks>
/// With -Id it is one request for one task, and an error if there is none. Otherwise the tasks are written as their pages come. Each
/// knows its pull request, so it pipes on. -First and -Skip count in each pull request anew.
/// </remarks>
/// <example>
/// <summary>Lists the tasks of a pull request.</summary>
/// <code>Get-BitbucketPullRequestTask demo/api 1</code>
/// </example>
/// <example>
/// <summary>Lists what is still to be done in the open pull requests of all repositories.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketPullRequest | Get-BitbucketPullRequestTask -State Unresolved</code>
/// </example>
/// <example>
/// <summary>Gets one task.</summary>
/// <code>Get-BitbucketPullRequestTask demo/api 1 -Id 1</code>
/// </example>
/// <example>
/// <summary>Lists the tasks that somebody asked for, the newest first.</summary>
/// <code>Get-BitbucketPullRequestTask demo/api 1 -Filter 'creator.nickname = "demo"' -Sort '-created_on'</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketPullRequestTask", SupportsPaging = true, DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(PullRequestTask))]
[UsesOperation(nameof(PullRequestCommentOperations.ListPullRequestTasks), Without = nameof(Id))]
[UsesOperation(nameof(PullRequestCommentOperations.GetPullRequestTask), With = nameof(Id))]
public sealed class GetBitbucketPullRequestTaskCommand : BitbucketPullRequestPartCommand
{
    /// <summary>The number of one task; all tasks by default.</summary>
    [Parameter(Position = 2)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestTaskCompleter))]
    public long Id { get; set; }

    /// <summary>Only tasks that are to be done, or only those that are done; all by default.</summary>
    [Parameter]
    [ValidateSet("Unresolved", "Resolved")]
    public string? State { get; set; }

    /// <summary>A condition in Bitbucket's query language, such as content.raw ~ "test"; the server checks it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as created_on; a minus before it reverses the order, and needs quotes: '-created_on'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Input, work =>
    {
        RequireWithout(nameof(Id), nameof(State), nameof(Filter), nameof(Sort));
        PullRequestKey key = ResolvePullRequest();
        long id = Id;
        ListPaging paging = new(PagingParameters, work, isServers: true);
        if (id == 0)
        {
            work.Target = key.ToString();
            return paging.Read(Client.PullRequestTasks.ListAsync(key.Repository, key.Id, Query(work, paging), StopToken));
        }

        work.Target = new PullRequestPartKey(key, PullRequestPartKey.Tasks, id).ToString();
        return paging.Read(() => Client.PullRequestTasks.GetAsync(key.Repository, key.Id, id, StopToken));
    });

    private PullRequestTaskQuery Query(InputWork work, ListPaging paging) => new()
    {
        Filter = QueryText.All(Filter, State is null ? null : $"state = {QueryText.Quote(State.ToUpperInvariant())}"),
        Sort = Sort,
        Skip = paging.Skip,
        First = paging.First,
        Progress = work,
    };
}
