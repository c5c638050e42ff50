using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Takes back the approval of commits by the account that is signed in.
/// </summary>
/// <remarks>
/// A commit that the account has not approved is an error.
/// </remarks>
/// <example>
/// <summary>Takes the approval of a commit back.</summary>
/// <code>Approve-BitbucketCommit demo/website main; Revoke-BitbucketCommitApproval demo/website main</code>
/// </example>
[Cmdlet(VerbsSecurity.Revoke, "BitbucketCommitApproval", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
[UsesOperation(nameof(CommitOperations.UnapproveCommit))]
[UsesOperation(nameof(CommitOperations.ListCommits))]
public sealed class RevokeBitbucketCommitApprovalCommand : BitbucketCommitCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Repository, work =>
    {
        CommitAddress address = ResolveCommit();
        work.Target = address;
        return Results.AskedNone(
            work,
            "Revoke approval of commit",
            () => Client.Commits.RevokeApprovalAsync(address.Repository, address.Commit, StopToken));
    });
}
