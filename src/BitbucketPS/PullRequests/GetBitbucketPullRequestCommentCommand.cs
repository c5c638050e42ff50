using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the comments on a pull request.
/// </summary>
/// <remarks>
/// <para>
/// With -Id it is one request for one comment, whatever its state, and an error if there is none. Otherwise the comments are
/// written as their pages come, the oldest first; answers carry the number of the comment they answer in ParentId. Of a deleted
/// comment only the shell is left, without its text: -IncludeDeleted writes these too.
/// </para>
/// <para>
/// Each comment knows its pull request, so it pipes on: to Resolve-, Set- and Remove-BitbucketPullRequestComment, to
/// New-BitbucketPullRequestComment, which answers it, and to New-BitbucketPullRequestTask, which hangs a task on it. -First and -Skip
/// count in each pull request anew.
/// </para>
/// </remarks>
/// <example>
/// <summary>Lists the comments on a pull request.</summary>
/// <code>Get-BitbucketPullRequestComment demo/api 1</code>
/// </example>
/// <example>
/// <summary>Gets one comment.</summary>
/// <code>Get-BitbucketPullRequestComment demo/api 1 -Id 1</code>
/// </example>
/// <example>
/// <summary>Lists the open threads of all open pull requests.</summary>
/// <code>Get-BitbucketRepository demo/* | Get-BitbucketPullRequest | Get-BitbucketPullRequestComment -Unresolved</code>
/// </example>
/// <example>
/// <summary>Lists what was said about the files of a folder.</summary>
/// <code>Get-BitbucketPullRequestComment demo/api 1 -Path src/*</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketPullRequestComment", SupportsPaging = true, DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(PullRequestComment))]
[UsesOperation(nameof(PullRequestCommentOperations.ListPullRequestComments), Without = nameof(Id))]
[UsesOperation(nameof(PullRequestCommentOperations.GetPullRequestComment), With = nameof(Id))]
public sealed class GetBitbucketPullRequestCommentCommand : BitbucketPullRequestPartCommand
{
    /// <summary>The number of one comment; all comments by default.</summary>
    [Parameter(Position = 2)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCommentCompleter))]
    public long Id { get; set; }

    /// <summary>The path of the file that it is about, in which wildcards may stand; * leaves out what is about no file.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>Only comments that begin a thread that nobody has resolved; without the answers to them.</summary>
    [Parameter]
    public SwitchParameter Unresolved { get; set; }

    /// <summary>The shells of deleted comments too.</summary>
    [Parameter]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Emit(Input, work =>
    {
        RequireWithout(nameof(Id), nameof(Path), nameof(Unresolved));
        PullRequestKey key = ResolvePullRequest();
        long id = Id;
        if (id == 0)
        {
            work.Target = key.ToString();
            return List(work, key);
        }

        work.Target = new PullRequestPartKey(key, PullRequestPartKey.Comments, id).ToString();
        return new ListPaging(PagingParameters, work, isServers: true)
            .Read(() => Client.PullRequestComments.GetAsync(key.Repository, key.Id, id, StopToken));
    });

    private IAsyncEnumerable<object?> List(InputWork work, PullRequestKey key)
    {
        NamePattern? path = Path is null ? null : new(Path);
        (bool unresolved, bool deleted) = (Unresolved, IncludeDeleted);
        bool isAll = deleted && !unresolved && path is null;
        ListPaging paging = new(PagingParameters, work, isServers: isAll);
        ListOptions options = new() { Skip = paging.Skip, First = paging.First, Progress = work };
        return paging.Read(
            Client.PullRequestComments.ListAsync(key.Repository, key.Id, options, StopToken),
            isAll ? null : comment => (deleted || !comment.IsDeleted) && (!unresolved || IsOpenThread(comment)) && IsAbout(comment, path));
    }

    private static bool IsOpenThread(PullRequestComment comment) => comment is { ParentId: null, IsResolved: false, IsDeleted: false };

    private static bool IsAbout(PullRequestComment comment, NamePattern? path)
        => path is null || (comment.Inline is { } place && path.IsMatch(place.Path));
}
