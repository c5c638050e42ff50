using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Changes a comment on a pull request.
/// </summary>
/// <remarks>
/// Only what is given is changed. Bitbucket lets only the author of a comment change it. Whether a thread is closed is changed
/// with Resolve-BitbucketPullRequestComment.
/// </remarks>
/// <example>
/// <summary>Changes the text of a comment.</summary>
/// <code>Set-BitbucketPullRequestComment demo/api 1 1 -Content 'Does this hold for anonymous callers, and for bots?'</code>
/// </example>
/// <example>
/// <summary>Publishes one's pending comments on a pull request.</summary>
/// <code>Get-BitbucketPullRequestComment demo/api 1 | Where-Object IsPending | Set-BitbucketPullRequestComment -Pending:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BitbucketPullRequestComment", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(PullRequestComment))]
[UsesOperation(nameof(PullRequestCommentOperations.UpdatePullRequestComment))]
public sealed class SetBitbucketPullRequestCommentCommand : BitbucketPullRequestCommentCommand
{
    /// <summary>The new text.</summary>
    [Parameter(Position = 3)]
    [ValidateNotNullOrEmpty]
    public string? Content { get; set; }

    /// <summary>-Pending:$false publishes a comment that nobody else sees yet.</summary>
    [Parameter]
    public SwitchParameter Pending { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestPartKey key = ResolveComment();
        work.Target = key.ToString();
        PullRequestCommentUpdate update = new()
        {
            Content = Content,
            IsPending = MyInvocation.BoundParameters.ContainsKey(nameof(Pending)) ? Pending : null,
        };
        RequireChange(update);
        return Results.Asked(
            work,
            "Change comment",
            () => Client.PullRequestComments.UpdateAsync(key.Repository, key.PullRequestId, key.Id, update, StopToken));
    });

    private static void RequireChange(PullRequestCommentUpdate update)
    {
        if (update is { Content: null, IsPending: null })
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "Nothing of the comment is to be changed.")
            {
                RecommendedAction = "Give -Content or -Pending.",
            };
        }
    }
}
