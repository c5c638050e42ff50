using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Asks for changes to a pull request.
/// </summary>
/// <remarks>
/// The request is that of the signed-in account, which need not be one of the reviewers. It takes the place of an approval of the
/// same account. The account is written as it takes part in the pull request now. What is to be changed is said in comments or
/// tasks: New-BitbucketPullRequestComment, New-BitbucketPullRequestTask. Revoke-BitbucketPullRequestReview takes the request back.
/// </remarks>
/// <example>
/// <summary>Asks for changes, and says which.</summary>
/// <code>
/// Request-BitbucketPullRequestChange demo/api 1
/// New-BitbucketPullRequestTask demo/api 1 -Content 'Test the limit of anonymous callers'
/// </code>
/// </example>
/// <example>
/// <summary>Shows what would be asked, and of whom.</summary>
/// <code>Get-BitbucketPullRequest demo/website | Request-BitbucketPullRequestChange -WhatIf</code>
/// </example>
[Cmdlet(VerbsLifecycle.Request, "BitbucketPullRequestChange", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(Participant))]
[UsesOperation(nameof(PullRequestOperations.RequestPullRequestChanges))]
public sealed class RequestBitbucketPullRequestChangeCommand : BitbucketPullRequestCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestKey key = ResolvePullRequest();
        work.Target = key.ToString();
        return Results.Asked(
            work,
            "Request changes",
            () => Client.PullRequestReviews.RequestChangesAsync(key.Repository, key.Id, StopToken));
    });
}
