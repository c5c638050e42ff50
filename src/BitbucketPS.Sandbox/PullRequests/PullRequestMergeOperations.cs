using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Merging pull requests, and asking how a merge went.</summary>
internal static class PullRequestMergeOperations
{
    private const int LongestMessage = 128 * 1024;

    // How long a merge seems to take for a client that does not wait for it.
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(2);

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("POST ~/pullrequests/{pull_request_id}/merge", MergeAsync);
        handlers.Add("GET ~/pullrequests/{pull_request_id}/merge/task-status/{task_id}", GetTaskAsync);
    }

    private static async Task<ApiAnswer> MergeAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        if (AccessRules.LevelOf(call.Credential, repository) < AccessLevel.Write)
        {
            throw ApiErrors.TooLittleAccess(AccessLevel.Write);
        }

        PullRequestOperations.RequireOpen(pullRequest);
        if (!call.Query.IsTrue("async"))
        {
            return await MergeNowAsync(call, repository, pullRequest);
        }

        MergeTask task = new(Guid.NewGuid().ToString(), call.RequireAccount().Uuid, call.Now + s_duration);
        try
        {
            await MergeNowAsync(call, repository, pullRequest);
        }
        catch (ApiException failure)
        {
            // Nothing was changed before it failed: the task alone is remembered.
            task = task with { FailureStatus = failure.Status, Failure = failure.Message };
        }

        call.Data.Put(task, pullRequest.OwnerIn(repository));
        string status = $"{call.Links.Origin}/2.0/repositories/{repository.FullName}/pullrequests/{pullRequest.Id}/merge/task-status/{task.Id}";
        return new ApiAnswer(202, Body: null).With("Location", status);
    }

    private static async Task<ApiAnswer> MergeNowAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest)
    {
        string message = call.Json.Text("message") ?? DefaultMessage(pullRequest);
        if (Encoding.UTF8.GetByteCount(message) > LongestMessage)
        {
            throw ApiErrors.BadField("message", $"must be {LongestMessage / 1024} KiB or less");
        }

        await MergeChecks.RequireAsync(call, repository, pullRequest);
        Account account = call.RequireAccount();
        string destination = await PullRequestLookup.DestinationHashAsync(pullRequest, repository, call.CancellationToken)
            ?? throw ApiErrors.BadField("destination.branch", $"branch not found: {pullRequest.DestinationBranch}", "There is no such branch.");
        GitMergeResult result = await repository.Git.MergeAsync(
            new(pullRequest.DestinationBranch, pullRequest.SourceHash, ReadStrategy(call), message, new(account.DisplayName, account.Email, call.Now)),
            call.CancellationToken);
        string hash = result.Hash ?? throw Failure(result);
        PullRequest merged = pullRequest with
        {
            State = PullRequest.Merged,
            MergeHash = hash,
            DestinationHash = destination,
            ClosedBy = account.Uuid,
            ClosesSourceBranch = call.Json.Boolean("close_source_branch") ?? pullRequest.ClosesSourceBranch,
            UpdatedOn = call.Now,
        };
        await CloseSourceAsync(call, repository, merged);
        call.World.Touch(repository, call.Now);
        ApiAnswer answer = await PullRequestOperations.SaveAsync(call, repository, merged, "pullrequest:fulfilled", 200);

        // Only the answer of the merge itself has all digits.
        answer.Body!["merge_commit"] = CommitJson.Brief(hash, repository, call.Links);
        return answer;
    }

    private static async Task<ApiAnswer> GetTaskAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        string id = call.Path("task_id");
        MergeTask task = call.Data.Find<MergeTask>(id, pullRequest.OwnerIn(repository))
            ?? throw new ApiException(400, $"There is no merge task {id} of this pull request.");
        if (!string.Equals(task.AccountUuid, call.RequireAccount().Uuid, StringComparison.Ordinal))
        {
            throw new ApiException(403, "The merge task is somebody else's.");
        }

        JsonObject links = new() { ["self"] = new JsonObject { ["href"] = $"{call.Links.Origin}{call.Target.Path}" } };
        if (call.Now < task.DoneOn)
        {
            return ApiAnswer.Ok(new JsonObject { ["task_status"] = "PENDING", ["links"] = links });
        }

        return task.FailureStatus is { } status
            ? throw new ApiException(status, task.Failure!)
            : ApiAnswer.Ok(new JsonObject
            {
                ["task_status"] = "SUCCESS",
                ["links"] = links,
                ["merge_result"] = await PullRequestJson.FullAsync(pullRequest, repository, call.Links, call.CancellationToken),
            });
    }

    private static GitMergeStrategy ReadStrategy(ApiCall call) => call.Json.Text("merge_strategy") switch
    {
        "squash" => GitMergeStrategy.Squash,
        "fast_forward" => GitMergeStrategy.FastForward,
        "squash_fast_forward" => GitMergeStrategy.SquashFastForward,
        "rebase_fast_forward" => GitMergeStrategy.RebaseFastForward,
        "rebase_merge" => GitMergeStrategy.RebaseMerge,
        _ => GitMergeStrategy.MergeCommit,
    };

    private static string DefaultMessage(PullRequest pullRequest)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"Merged in {pullRequest.SourceBranch} (pull request #{pullRequest.Number})\n\n{pullRequest.Title}\n");

    private static ApiException Failure(GitMergeResult result)
    {
        if (result.HasMoved)
        {
            return new(409, "The destination branch moved while the pull request was being merged.");
        }

        return result.IsBehind
            ? new(400, "Unable to fast forward due to changes in the destination branch.")
            : new(400, "You can't merge until you resolve all merge conflicts.") { Detail = string.Join('\n', result.Conflicts) };
    }

    private static async Task CloseSourceAsync(ApiCall call, HostedRepository repository, PullRequest merged)
    {
        if (!merged.ClosesSourceBranch || call.World.FindRepository(merged.SourceRepositoryUuid) is not { } source)
        {
            return;
        }

        // Commits that no branch leads to any more are what the pull request goes on showing.
        await repository.Git.KeepAsync(merged.SourceHash, $"pullrequests/{merged.Id}/from", call.CancellationToken);
        string main = await source.Git.ReadMainBranchAsync(call.CancellationToken);
        if (!string.Equals(main, merged.SourceBranch, StringComparison.Ordinal)
            && await source.Git.FindBranchAsync(merged.SourceBranch, call.CancellationToken) is { } branch
            && string.Equals(branch.Target.Hash, merged.SourceHash, StringComparison.Ordinal)
            && AccessRules.LevelOf(call.Credential, source) >= AccessLevel.Write
            && RestrictionRules.MayDelete(call.World, source, call.RequireAccount(), branch.Name))
        {
            await source.Git.DeleteBranchAsync(branch, call.CancellationToken);
        }
    }
}
