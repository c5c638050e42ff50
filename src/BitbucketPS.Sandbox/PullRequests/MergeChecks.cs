namespace BitbucketPS.Sandbox;

/// <summary>What must be so before a pull request is merged: the restrictions of its destination.</summary>
internal static class MergeChecks
{
    private const string Enforcing = "enforce_merge_checks";

    /// <summary>Holds a pull request against all that is enforced.</summary>
    /// <exception cref="ApiException">403 for who must not merge there, 400 for what is missing.</exception>
    public static async Task RequireAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest)
    {
        Account account = call.RequireAccount();
        if (!RestrictionRules.MayMerge(call.World, repository, account, pullRequest.DestinationBranch))
        {
            throw new ApiException(403, $"You are not allowed to merge into {pullRequest.DestinationBranch}.");
        }

        IReadOnlyList<BranchRestriction> restrictions = RestrictionRules.Find(call.World, repository, pullRequest.DestinationBranch);
        if (!restrictions.Any(restriction => restriction.Kind is Enforcing))
        {
            // Without this one the others are advice that the pages show.
            return;
        }

        foreach (BranchRestriction restriction in restrictions)
        {
            if (await ProblemAsync(call, repository, pullRequest, restriction) is { } problem)
            {
                throw new ApiException(400, "Merge checks have not passed.") { Detail = problem };
            }
        }
    }

    private static async Task<string?> ProblemAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest, BranchRestriction restriction)
    {
        string owner = pullRequest.OwnerIn(repository);
        int needed = restriction.Value ?? 1;
        PullRequestParticipant[] approvers = [.. call.Data.All<PullRequestParticipant>(owner).Where(participant => participant.State is PullRequestParticipant.Approved)];
        return restriction.Kind switch
        {
            "require_approvals_to_merge" when approvers.Length < needed => $"At least {needed} approvals are needed.",
            "require_default_reviewer_approvals_to_merge" when CountDefaultReviewers(repository, approvers) < needed
                => $"At least {needed} approvals of default reviewers are needed.",
            "require_no_changes_requested" when call.Data.All<PullRequestParticipant>(owner).Any(participant => participant.State is PullRequestParticipant.ChangesRequested)
                => "Changes have been requested.",
            "require_tasks_to_be_completed" when call.Data.All<PullRequestTask>(owner).Any(task => task.IsOpen) => "There are tasks to be done.",
            "require_all_comments_resolved" when call.Data.All<PullRequestComment>(owner)
                .Any(comment => comment is { Parent: null, IsDeleted: false, IsPending: false, ResolvedBy: null }) => "There are comments that are not resolved.",
            "require_passing_builds_to_merge" when CountBuilds(call, repository, pullRequest) < needed => $"At least {needed} successful builds are needed.",
            "require_commits_behind" when await CountBehindAsync(call, repository, pullRequest) > (restriction.Value ?? 0)
                => "The source branch is too many commits behind the destination.",
            _ => null,
        };
    }

    private static int CountDefaultReviewers(HostedRepository repository, PullRequestParticipant[] approvers)
        => approvers.Count(approver => repository.World.Data.Find<DefaultReviewer>(approver.AccountUuid, repository.Uuid) is not null
            || repository.World.Data.Find<DefaultReviewer>(approver.AccountUuid, repository.Project.Uuid) is not null);

    // A build that failed outweighs any that did not.
    private static int CountBuilds(ApiCall call, HostedRepository repository, PullRequest pullRequest)
    {
        CommitStatus[] statuses = [.. call.Data.All<CommitStatus>(CommitApproval.OwnerOf(repository, pullRequest.SourceHash))];
        return statuses.Any(status => status.State is not "SUCCESSFUL") ? 0 : statuses.Length;
    }

    private static async Task<int> CountBehindAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest)
        => await PullRequestLookup.DestinationHashAsync(pullRequest, repository, call.CancellationToken) is { } destination
            ? await repository.Git.CountCommitsAsync(new([destination]) { Exclude = [pullRequest.SourceHash] }, call.CancellationToken)
            : 0;
}
