using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Comments on a pull request, on a line of it, or answers a comment.
/// </summary>
/// <remarks>
/// <para>
/// The text is Markdown. With -Path the comment is about a file, with -Line about a line of it as the pull request has it, and with
/// -OldLine about a line as it was before. -ReplyTo, or a comment that is piped, is what the comment answers; it then stands where that one
/// stands.
/// </para>
/// <para>
/// A comment is never sent twice: after a server failure the error says that it may have been written, since a second
/// attempt might write it again. Where Bitbucket takes an answer but puts it into no thread, there is a warning.
/// </para>
/// </remarks>
/// <example>
/// <summary>Comments on a pull request.</summary>
/// <code>New-BitbucketPullRequestComment demo/api 1 'Thank you, this was overdue.'</code>
/// </example>
/// <example>
/// <summary>Comments on a line.</summary>
/// <code>New-BitbucketPullRequestComment demo/api 1 'Why sixty?' -Path README.md -Line 3</code>
/// </example>
/// <example>
/// <summary>Comments on several lines.</summary>
/// <code>New-BitbucketPullRequestComment demo/api 1 'These belong together.' -Path README.md -StartLine 1 -Line 3</code>
/// </example>
/// <example>
/// <summary>Answers a comment.</summary>
/// <code>New-BitbucketPullRequestComment demo/api 1 'It does.' -ReplyTo 1</code>
/// </example>
/// <example>
/// <summary>Answers all open threads.</summary>
/// <code>Get-BitbucketPullRequestComment demo/api 1 -Unresolved | New-BitbucketPullRequestComment -Content 'Done.'</code>
/// </example>
/// <example>
/// <summary>Reminds the authors of all open pull requests of a repository.</summary>
/// <code>Get-BitbucketPullRequest demo/website | New-BitbucketPullRequestComment -Content 'Is this still needed?'</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketPullRequestComment", SupportsShouldProcess = true, DefaultParameterSetName = PullRequestSet)]
[OutputType(typeof(PullRequestComment))]
[UsesOperation(nameof(PullRequestCommentOperations.CreatePullRequestComment))]
public sealed class NewBitbucketPullRequestCommentCommand : BitbucketPullRequestPartCommand
{
    private const string CommentSet = "Comment";

    /// <summary>A comment to answer, as Get-BitbucketPullRequestComment writes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CommentSet, ValueFromPipeline = true)]
    [PullRequestCommentTransformation]
    [ValidateNotNull]
    public PullRequestComment? Comment { get; set; }

    /// <summary>The text.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string Content { get; set; } = "";

    /// <summary>The path of the file that it is about.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PullRequestSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SourceCompleter))]
    public string? Path { get; set; }

    /// <summary>The line that it is about, in the file as the pull request has it, counted from 1.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PullRequestSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? Line { get; set; }

    /// <summary>The line that it is about, in the file as it was before, counted from 1: for lines that the pull request takes away.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PullRequestSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? OldLine { get; set; }

    /// <summary>The first line, where the comment is about several: -Line or -OldLine is then the last.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PullRequestSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? StartLine { get; set; }

    /// <summary>The number of the comment to answer.</summary>
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = PullRequestSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCommentCompleter))]
    public long? ReplyTo { get; set; }

    /// <summary>Nobody else sees it yet: it waits until it is published with Set-BitbucketPullRequestComment -Pending:$false, or on the site.</summary>
    [Parameter]
    public SwitchParameter Pending { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change((object?)Comment ?? Input, work =>
    {
        PullRequestKey key = Comment is null ? ResolvePullRequest() : PullRequestPartKey.Of(Comment).PullRequest;
        work.Target = key.ToString();
        PullRequestCommentDraft draft = new(Content)
        {
            Inline = CommentPlace.Of(Path, Line, OldLine, StartLine, isAnswer: ReplyTo is not null),
            ParentId = Comment?.Id ?? ReplyTo,
            IsPending = Pending,
        };
        return Results.Asked(work, Action(draft), () => CreateAsync(key, draft));
    });

    private static string Action(PullRequestCommentDraft draft) => draft switch
    {
        { ParentId: { } parent } => FormattableString.Invariant($"Answer comment {parent}"),
        { Inline: { } place } => $"Comment on {place}",
        _ => "Comment",
    };

    private async Task<PullRequestComment> CreateAsync(PullRequestKey key, PullRequestCommentDraft draft)
    {
        PullRequestComment comment = await Client.PullRequestComments.CreateAsync(key.Repository, key.Id, draft, StopToken).ConfigureAwait(false);
        if (draft.ParentId is { } parent && comment.ParentId != parent)
        {
            string message = FormattableString.Invariant($"Bitbucket wrote {comment}, but not as an answer to comment {parent}: it begins a thread of its own.");
            Post(() => WriteWarning(message));
        }

        return comment;
    }
}
