using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Deletes tasks of pull requests.
/// </summary>
/// <remarks>
/// The command asks before each task; -Confirm:$false deletes without a question, and -WhatIf shows what would be deleted. A task
/// that is done need not be deleted: Set-BitbucketPullRequestTask -State Resolved says so.
/// </remarks>
/// <example>
/// <summary>Deletes one task.</summary>
/// <code>Remove-BitbucketPullRequestTask demo/api 1 1</code>
/// </example>
/// <example>
/// <summary>Deletes the tasks of a pull request that are done.</summary>
/// <code>Get-BitbucketPullRequestTask demo/api 1 -State Resolved | Remove-BitbucketPullRequestTask</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "BitbucketPullRequestTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(void))]
[UsesOperation(nameof(PullRequestCommentOperations.DeletePullRequestTask))]
public sealed class RemoveBitbucketPullRequestTaskCommand : BitbucketPullRequestTaskCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestPartKey key = ResolveTask();
        work.Target = key.ToString();
        return Results.AskedNone(
            work,
            "Delete task",
            () => Client.PullRequestTasks.DeleteAsync(key.Repository, key.PullRequestId, key.Id, StopToken));
    });
}
