using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Deletes comments on a commit. Only its author can delete a comment.
/// </summary>
/// <remarks>
/// <para>
/// The command asks before each comment; -Confirm:$false deletes without a question, and -WhatIf shows what would be deleted. Comments
/// that are piped are collected first and deleted at the end.
/// </para>
/// <para>
/// The service keeps a shell without content, so that answers have their place; Get-BitbucketCommitComment shows it with -IncludeDeleted.
/// Untyped objects with the properties Repository, Commit and Id pipe as comments do.
/// </para>
/// </remarks>
/// <example>
/// <summary>Shows which comments on a commit would be deleted.</summary>
/// <code>Get-BitbucketCommitComment demo/website main | Remove-BitbucketCommitComment -WhatIf</code>
/// </example>
/// <example>
/// <summary>Deletes a comment.</summary>
/// <code>New-BitbucketCommitComment demo/website main 'Oops.' | Remove-BitbucketCommitComment -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "BitbucketCommitComment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(void))]
[UsesOperation(nameof(CommitOperations.DeleteCommitComment))]
[UsesOperation(nameof(CommitOperations.ListCommits), With = nameof(Commit))]
public sealed class RemoveBitbucketCommitCommentCommand : BitbucketCommitCommentCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        (CommitAddress address, long id) = ResolveComment();
        work.Target = address.Comment(id);
        return Results.AskedNone(
            work,
            "Delete comment",
            () => Client.CommitComments.DeleteAsync(address.Repository, address.Commit, id, StopToken));
    });
}
