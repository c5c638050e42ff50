using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Approving pull requests, asking for changes, and taking both back.</summary>
internal static class PullRequestReviewOperations
{
    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("POST ~/pullrequests/{pull_request_id}/approve", call => ReviewAsync(call, PullRequestParticipant.Approved, "pullrequest:approved"));
        handlers.Add("DELETE ~/pullrequests/{pull_request_id}/approve", call => WithdrawAsync(call, PullRequestParticipant.Approved, "pullrequest:unapproved"));
        handlers.Add(
            "POST ~/pullrequests/{pull_request_id}/request-changes",
            call => ReviewAsync(call, PullRequestParticipant.ChangesRequested, "pullrequest:changes_request_created"));
        handlers.Add(
            "DELETE ~/pullrequests/{pull_request_id}/request-changes",
            call => WithdrawAsync(call, PullRequestParticipant.ChangesRequested, "pullrequest:changes_request_removed"));
    }

    private static async Task<ApiAnswer> ReviewAsync(ApiCall call, string state, string key)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        PullRequestOperations.RequireOpen(pullRequest);
        PullRequestLog.NoteReview(call, repository, pullRequest, state);
        await TellAsync(call, repository, pullRequest, key);
        return ApiAnswer.Ok(PullRequestJson.Participant(
            call.RequireAccount().Uuid, pullRequest, call.Data.All<PullRequestParticipant>(pullRequest.OwnerIn(repository)), call.World, call.Links));
    }

    private static async Task<ApiAnswer> WithdrawAsync(ApiCall call, string state, string key)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        PullRequestOperations.RequireOpen(pullRequest);
        if (call.Data.Find<PullRequestParticipant>(call.RequireAccount().Uuid, pullRequest.OwnerIn(repository))?.State is not { } given
            || !string.Equals(given, state, StringComparison.Ordinal))
        {
            throw new ApiException(404, state is PullRequestParticipant.Approved
                ? "You haven't approved this pull request."
                : "You haven't requested changes on this pull request.");
        }

        PullRequestLog.NoteReview(call, repository, pullRequest, state: null);
        await TellAsync(call, repository, pullRequest, key);
        return ApiAnswer.NoContent;
    }

    private static async Task TellAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest, string key)
    {
        JsonObject review = new() { ["date"] = AccountJson.Time(call.Now), ["user"] = AccountJson.Brief(call.RequireAccount(), call.Links) };
        string name = key.Contains("changes", StringComparison.Ordinal) ? "changes_request" : "approval";
        PullRequestLog.Tell(
            call, key, repository, await PullRequestJson.FullAsync(pullRequest, repository, call.Links, call.CancellationToken), (name, review));
    }
}
