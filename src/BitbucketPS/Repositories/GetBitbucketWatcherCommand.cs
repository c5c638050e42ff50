using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the accounts that watch a repository, and are told of what happens there.
/// </summary>
/// <remarks>
/// The accounts are written as their pages come. -First and -Skip count in each repository anew.
/// </remarks>
/// <example>
/// <summary>Lists who watches a repository.</summary>
/// <code>Get-BitbucketWatcher demo/website</code>
/// </example>
/// <example>
/// <summary>Counts the watchers of each repository.</summary>
/// <code>Get-BitbucketRepository demo/* | ForEach-Object { "$_ $(@($_ | Get-BitbucketWatcher).Count)" }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketWatcher", SupportsPaging = true)]
[OutputType(typeof(Account))]
[UsesOperation(nameof(RepositoryOperations.ListRepositoryWatchers))]
public sealed class GetBitbucketWatcherCommand : BitbucketRepositoryCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        RepositoryId repository = ResolveRepository();
        ListPaging paging = new(PagingParameters, work, isServers: true);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(Client.Repositories.ListWatchersAsync(repository, options, StopToken));
    });
}
