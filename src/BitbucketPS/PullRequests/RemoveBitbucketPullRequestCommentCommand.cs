using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Deletes comments on pull requests.
/// </summary>
/// <remarks>
/// The command asks before each comment; -Confirm:$false deletes without a question, and -WhatIf shows what would be deleted.
/// Bitbucket keeps the shell of a deleted comment, without its text, so that the answers to it have their place.
/// </remarks>
/// <example>
/// <summary>Deletes one comment.</summary>
/// <code>Remove-BitbucketPullRequestComment demo/api 1 1</code>
/// </example>
/// <example>
/// <summary>Shows which comments of a bot would be deleted.</summary>
/// <code>Get-BitbucketPullRequestComment demo/api 1 | Where-Object { $_.Content.Raw -like 'Coverage:*' } | Remove-BitbucketPullRequestComment -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "BitbucketPullRequestComment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(void))]
[UsesOperation(nameof(PullRequestCommentOperations.DeletePullRequestComment))]
public sealed class RemoveBitbucketPullRequestCommentCommand : BitbucketPullRequestCommentCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestPartKey key = ResolveComment();
        work.Target = key.ToString();
        return Results.AskedNone(
            work,
            "Delete comment",
            () => Client.PullRequestComments.DeleteAsync(key.Repository, key.PullRequestId, key.Id, StopToken));
    });
}
