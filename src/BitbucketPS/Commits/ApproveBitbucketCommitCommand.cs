using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Approves commits, as the account that is signed in.
/// </summary>
/// <remarks>
/// Written is the account as one that takes part. A commit that it has approved already stays approved. Revoke-BitbucketCommitApproval
/// takes an approval back.
/// </remarks>
/// <example>
/// <summary>Approves the commit that a branch points to.</summary>
/// <code>Approve-BitbucketCommit demo/website main</code>
/// </example>
/// <example>
/// <summary>Approves the three newest commits of a branch.</summary>
/// <code>Get-BitbucketCommit demo/api -Branch develop -First 3 | Approve-BitbucketCommit</code>
/// </example>
[Cmdlet(VerbsLifecycle.Approve, "BitbucketCommit", SupportsShouldProcess = true)]
[OutputType(typeof(Participant))]
[UsesOperation(nameof(CommitOperations.ApproveCommit))]
[UsesOperation(nameof(CommitOperations.ListCommits))]
public sealed class ApproveBitbucketCommitCommand : BitbucketCommitCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        CommitAddress address = ResolveCommit();
        work.Target = address;
        return Results.Asked(work, "Approve commit", () => Client.Commits.ApproveAsync(address.Repository, address.Commit, StopToken));
    });
}
