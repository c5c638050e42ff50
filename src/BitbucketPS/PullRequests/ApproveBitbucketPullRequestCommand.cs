using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Approves a pull request.
/// </summary>
/// <remarks>
/// The approval is that of the signed-in account, which need not be one of the reviewers. It takes the place of a request for
/// changes of the same account. The account is written as it takes part in the pull request now. Revoke-BitbucketPullRequestReview
/// takes the approval back.
/// </remarks>
/// <example>
/// <summary>Approves one pull request.</summary>
/// <code>Approve-BitbucketPullRequest demo/api 1</code>
/// </example>
/// <example>
/// <summary>Approves each open pull request of a repository that came from a certain person.</summary>
/// <code>Get-BitbucketPullRequest demo/api | Where-Object { $_.Author.Nickname -eq 'asha' } | Approve-BitbucketPullRequest</code>
/// </example>
[Cmdlet(VerbsLifecycle.Approve, "BitbucketPullRequest", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(Participant))]
[UsesOperation(nameof(PullRequestOperations.ApprovePullRequest))]
public sealed class ApproveBitbucketPullRequestCommand : BitbucketPullRequestCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestKey key = ResolvePullRequest();
        work.Target = key.ToString();
        return Results.Asked(
            work,
            "Approve pull request",
            () => Client.PullRequestReviews.ApproveAsync(key.Repository, key.Id, StopToken));
    });
}
