using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Puts a task on a pull request, or hangs one on a comment.
/// </summary>
/// <remarks>
/// A task is something to be done before the pull request is merged; a merge check can hold the merge back until all are done.
/// With -CommentId, or a comment that is piped, it hangs on that comment.
/// </remarks>
/// <example>
/// <summary>Puts a task on a pull request.</summary>
/// <code>New-BitbucketPullRequestTask demo/api 1 'Add a line to the changelog'</code>
/// </example>
/// <example>
/// <summary>Hangs a task on each open thread.</summary>
/// <code>Get-BitbucketPullRequestComment demo/api 1 -Unresolved | New-BitbucketPullRequestTask -Content 'Answer this'</code>
/// </example>
/// <example>
/// <summary>Puts the same task on all open pull requests of a repository.</summary>
/// <code>Get-BitbucketPullRequest demo/website | New-BitbucketPullRequestTask -Content 'Merge main first'</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketPullRequestTask", SupportsShouldProcess = true, DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(PullRequestTask))]
[UsesOperation(nameof(PullRequestCommentOperations.CreatePullRequestTask))]
public sealed class NewBitbucketPullRequestTaskCommand : BitbucketPullRequestPartCommand
{
    private const string CommentSet = "Comment";

    /// <summary>A comment to hang it on, as Get-BitbucketPullRequestComment writes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CommentSet, ValueFromPipeline = true)]
    [PullRequestCommentTransformation]
    [ValidateNotNull]
    public PullRequestComment? Comment { get; set; }

    /// <summary>What is to be done.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string Content { get; set; } = "";

    /// <summary>The number of the comment to hang it on.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PullRequestSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCommentCompleter))]
    public long? CommentId { get; set; }

    /// <summary>Nobody else sees it yet: it waits until it is published on the site.</summary>
    [Parameter]
    public SwitchParameter Pending { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change((object?)Comment ?? Input, work =>
    {
        PullRequestKey key = Comment is null ? ResolvePullRequest() : PullRequestPartKey.Of(Comment).PullRequest;
        work.Target = key.ToString();
        PullRequestTaskDraft draft = new(Content) { CommentId = Comment?.Id ?? CommentId, IsPending = Pending };
        return Results.Asked(
            work,
            draft.CommentId is { } comment ? FormattableString.Invariant($"Create task on comment {comment}") : "Create task",
            () => Client.PullRequestTasks.CreateAsync(key.Repository, key.Id, draft, StopToken));
    });
}
