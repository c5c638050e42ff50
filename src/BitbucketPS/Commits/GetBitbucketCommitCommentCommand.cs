using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets comments on a commit.
/// </summary>
/// <remarks>
/// A number is one request for one comment, and an error if there is none. Without one, all comments are written as their pages
/// come. Of a comment that was deleted the service keeps a shell without content; the list leaves it out unless -IncludeDeleted is given.
/// </remarks>
/// <example>
/// <summary>Lists the comments on the commit that a branch points to.</summary>
/// <code>Get-BitbucketCommitComment demo/website main</code>
/// </example>
/// <example>
/// <summary>Lists the comments on the five newest commits of a branch.</summary>
/// <code>Get-BitbucketCommit demo/website -Branch main -First 5 | Get-BitbucketCommitComment</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketCommitComment", SupportsPaging = true)]
[OutputType(typeof(CommitComment))]
[UsesOperation(nameof(CommitOperations.ListCommitComments), Without = nameof(Id))]
[UsesOperation(nameof(CommitOperations.GetCommitComment), With = nameof(Id))]
[UsesOperation(nameof(CommitOperations.ListCommits))]
public sealed class GetBitbucketCommitCommentCommand : BitbucketCommitCommand
{
    // Not bound by property name: whatever else knows a commit has an Id of another kind.
    /// <summary>The number of one comment; all comments by default.</summary>
    [Parameter(Position = 2)]
    [ValidateRange(1, long.MaxValue)]
    public long Id { get; set; }

    /// <summary>A condition in Bitbucket's query language, such as user.nickname = "ada"; the server checks it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>The field to sort by, such as created_on; a minus before it reverses the order, and needs quotes: '-created_on'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sort { get; set; }

    /// <summary>Writes the shells of deleted comments too.</summary>
    [Parameter]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Repository, work =>
    {
        (CommitAddress address, long id) = (ResolveCommit(), Id);
        if (id == 0)
        {
            work.Target = address;
            return List(work, address);
        }

        work.Target = address.Comment(id);
        return new ListPaging(PagingParameters, work, isServers: true)
            .Read(() => Client.CommitComments.GetAsync(address.Repository, address.Commit, id, StopToken));
    });

    private IAsyncEnumerable<object?> List(InputWork work, CommitAddress address)
    {
        ListPaging paging = new(PagingParameters, work, isServers: IncludeDeleted);
        CommitCommentQuery query = new() { Filter = Filter, Sort = Sort, Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(
            Client.CommitComments.ListAsync(address.Repository, address.Commit, query, StopToken),
            IncludeDeleted ? null : comment => !comment.IsDeleted);
    }
}
