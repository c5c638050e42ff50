using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Closes threads of comments on pull requests, or opens them again.
/// </summary>
/// <remarks>
/// A thread is named by the comment that begins it; Bitbucket refuses answers. The comment is written as it is then. A thread
/// that is closed already is an error; Get-BitbucketPullRequestComment -Unresolved finds those that are open.
/// </remarks>
/// <example>
/// <summary>Closes a thread.</summary>
/// <code>Resolve-BitbucketPullRequestComment demo/api 1 1</code>
/// </example>
/// <example>
/// <summary>Closes all open threads of a pull request.</summary>
/// <code>Get-BitbucketPullRequestComment demo/api 1 -Unresolved | Resolve-BitbucketPullRequestComment</code>
/// </example>
/// <example>
/// <summary>Closes a thread, and opens it again.</summary>
/// <code>Resolve-BitbucketPullRequestComment demo/api 1 1 | Resolve-BitbucketPullRequestComment -Reopen</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Resolve, "BitbucketPullRequestComment", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(PullRequestComment))]
[UsesOperation(nameof(PullRequestCommentOperations.ResolvePullRequestComment), Without = nameof(Reopen))]
[UsesOperation(nameof(PullRequestCommentOperations.ReopenPullRequestComment), With = nameof(Reopen))]
[UsesOperation(nameof(PullRequestCommentOperations.GetPullRequestComment))]
public sealed class ResolveBitbucketPullRequestCommentCommand : BitbucketPullRequestCommentCommand
{
    /// <summary>Opens the thread again.</summary>
    [Parameter]
    public SwitchParameter Reopen { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestPartKey key = ResolveComment();
        work.Target = key.ToString();
        bool reopens = Reopen;
        return Results.Asked(work, reopens ? "Reopen comment" : "Resolve comment", () => ResolveAsync(key, reopens));
    });

    private protected override string? AdviceOn(BitbucketException e)
        => e is BitbucketApiException { Kind: BitbucketErrorKind.Forbidden } refused && !refused.RequiredScopes.Except(refused.GrantedScopes, StringComparer.Ordinal).Any()
            ? "Name the comment that begins the thread: an answer has its number in ParentId. If it is that one, this account has no permission."
            : base.AdviceOn(e);

    // Neither answer says what the comment is like then.
    private async Task<PullRequestComment> ResolveAsync(PullRequestPartKey key, bool reopens)
    {
        PullRequestCommentsClient comments = Client.PullRequestComments;
        await (reopens
            ? comments.ReopenAsync(key.Repository, key.PullRequestId, key.Id, StopToken)
            : comments.ResolveAsync(key.Repository, key.PullRequestId, key.Id, StopToken)).ConfigureAwait(false);
        try
        {
            return await comments.GetAsync(key.Repository, key.PullRequestId, key.Id, StopToken).ConfigureAwait(false);
        }
        catch (BitbucketException e)
        {
            throw new BitbucketException(e.Kind, $"{key} is {(reopens ? "open again" : "resolved")}, but it cannot be shown: {e.Message}", e)
            {
                RecommendedAction = "It is done; there is no need to run the command again.",
            };
        }
    }
}
