using System.Management.Automation;
using BitbucketPS.Operations;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Takes back an approval of a pull request, or a request for changes.
/// </summary>
/// <remarks>
/// An account has one or the other at a time, and only its own can be taken back. The command looks which one is there; -Approval
/// and -ChangeRequest spare it that, and fail if it is the other one.
/// </remarks>
/// <example>
/// <summary>Takes back whatever the signed-in account said of a pull request.</summary>
/// <code>Revoke-BitbucketPullRequestReview demo/api 2</code>
/// </example>
/// <example>
/// <summary>Takes back an approval, without a look at the pull request first.</summary>
/// <code>Revoke-BitbucketPullRequestReview demo/api 2 -Approval</code>
/// </example>
/// <example>
/// <summary>Asks for changes, and thinks better of it.</summary>
/// <code>
/// Request-BitbucketPullRequestChange demo/api 1
/// Revoke-BitbucketPullRequestReview demo/api 1 -ChangeRequest
/// </code>
/// </example>
[Cmdlet(VerbsSecurity.Revoke, "BitbucketPullRequestReview", SupportsShouldProcess = true, DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(void))]
[UsesOperation(nameof(PullRequestOperations.GetPullRequest), Without = nameof(Approval))]
[UsesOperation(nameof(UserOperations.GetCurrentUser), Without = nameof(Approval))]
[UsesOperation(nameof(PullRequestOperations.UnapprovePullRequest), Without = nameof(ChangeRequest))]
[UsesOperation(nameof(PullRequestOperations.UnrequestPullRequestChanges), Without = nameof(Approval))]
public sealed class RevokeBitbucketPullRequestReviewCommand : BitbucketPullRequestCommand
{
    /// <summary>Takes back an approval.</summary>
    [Parameter]
    public SwitchParameter Approval { get; set; }

    /// <summary>Takes back a request for changes.</summary>
    [Parameter]
    public SwitchParameter ChangeRequest { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Change(Input, work =>
    {
        PullRequestKey key = ResolvePullRequest();
        work.Target = key.ToString();
        bool? isApproval = Approval == ChangeRequest ? null : Approval;
        return RevokeAsync(work, key, isApproval);
    });

    private async IAsyncEnumerable<object?> RevokeAsync(InputWork work, PullRequestKey key, bool? known)
    {
        bool isApproval = known ?? await FindAsync(key).ConfigureAwait(false);
        if (await work.AskAsync(isApproval ? "Revoke approval" : "Revoke request for changes").ConfigureAwait(false))
        {
            await (isApproval
                ? Client.PullRequestReviews.UnapproveAsync(key.Repository, key.Id, StopToken)
                : Client.PullRequestReviews.UnrequestChangesAsync(key.Repository, key.Id, StopToken)).ConfigureAwait(false);
        }

        yield break;
    }

    private async Task<bool> FindAsync(PullRequestKey key)
    {
        string? uuid = ActiveSession.AccountUuid ?? await AskForAccountAsync().ConfigureAwait(false);
        IReadOnlyList<Participant> participants = await Client.PullRequestReviews
            .GetParticipantsAsync(key.Repository, key.Id, StopToken)
            .ConfigureAwait(false);
        Participant? me = participants.FirstOrDefault(participant => string.Equals(participant.User?.Uuid, uuid, StringComparison.OrdinalIgnoreCase));
        return me switch
        {
            { IsApproved: true } => true,
            { State: "changes_requested" } => false,
            _ => throw new BitbucketException(BitbucketErrorKind.NotFound, $"The account has no review of {key} to take back.")
            {
                RecommendedAction = "Only the signed-in account's own approval or request for changes can be taken back.",
            },
        };
    }

    private async Task<string?> AskForAccountAsync()
    {
        try
        {
            return (await Client.Users.GetCurrentAsync(StopToken).ConfigureAwait(false)).Uuid;
        }
        catch (BitbucketApiException e) when (e.Kind == BitbucketErrorKind.Forbidden)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "The credential may not read whose it is, so its review cannot be found.", e)
            {
                RecommendedAction = "Give -Approval or -ChangeRequest.",
            };
        }
    }
}
