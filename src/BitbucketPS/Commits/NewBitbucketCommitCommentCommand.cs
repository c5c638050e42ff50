using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Comments on a commit: on the whole of it, on a file, on a line, or in answer to another comment.
/// </summary>
/// <remarks>
/// With -Path the comment is about a file. -Line is a line of the file as the commit made it, -OldLine one of the file as it was before.
/// With -ReplyTo it answers a comment on the same commit.
/// </remarks>
/// <example>
/// <summary>Comments on the commit that a branch points to.</summary>
/// <code>New-BitbucketCommitComment demo/website main -Content 'Thanks for this.'</code>
/// </example>
/// <example>
/// <summary>Comments on a line of a file.</summary>
/// <code>New-BitbucketCommitComment demo/website main -Content 'Is this still so?' -Path README.md -Line 1</code>
/// </example>
/// <example>
/// <summary>Answers a comment.</summary>
/// <code>
/// $first = New-BitbucketCommitComment demo/website main -Content 'Is this still so?'
/// $first | New-BitbucketCommitComment -Content 'Yes.' -ReplyTo $first.Id
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "BitbucketCommitComment", SupportsShouldProcess = true)]
[OutputType(typeof(CommitComment))]
[UsesOperation(nameof(CommitOperations.CreateCommitComment))]
[UsesOperation(nameof(CommitOperations.ListCommits))]
public sealed class NewBitbucketCommitCommentCommand : BitbucketCommitCommand
{
    /// <summary>What to say, in Markdown.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string Content { get; set; } = "";

    /// <summary>The file that it is about, by its path in the repository; by default it is about the whole commit.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SourceCompleter))]
    public string? Path { get; set; }

    /// <summary>The line of the file as the commit made it, counted from 1. Needs -Path.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Line { get; set; }

    /// <summary>The line of the file as it was before the commit, counted from 1. Needs -Path.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? OldLine { get; set; }

    /// <summary>The first line, where the comment is about several: -Line or -OldLine is then the last.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? StartLine { get; set; }

    /// <summary>The number of the comment that it answers.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long ReplyTo { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        (CommitAddress address, string content) = (ResolveCommit(), Content);
        InlineAnchor? place = CommentPlace.Of(Path, Line, OldLine, StartLine, isAnswer: ReplyTo > 0);
        long? parent = ReplyTo == 0 ? null : ReplyTo;
        work.Target = address;
        string action = parent is { } id ? FormattableString.Invariant($"Answer comment {id}") : "Add comment";
        return Results.Asked(work, action, () => CreateAsync(address, content, place, parent));
    });

    private async Task<CommitComment> CreateAsync(CommitAddress address, string content, InlineAnchor? place, long? parent)
    {
        CommitComment made = await Client.CommitComments
            .CreateAsync(address.Repository, address.Commit, content, place, parent, StopToken).ConfigureAwait(false);

        // The service has been seen to answer with success, and to begin a thread of its own.
        if (parent is { } id && made.ParentId != id)
        {
            Post(() => WriteWarning(FormattableString.Invariant(
                $"{address.Comment(made.Id)} was made, but the service did not join it to comment {id}.")));
        }

        return made;
    }
}
