using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about commits themselves.</summary>
internal static class CommitOperations
{
    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/commit/{commit}", GetAsync);
        handlers.Add("POST ~/commit/{commit}/approve", ApproveAsync);
        handlers.Add("DELETE ~/commit/{commit}/approve", UnapproveAsync);
        handlers.Add("GET ~/merge-base/{revspec*}", GetMergeBaseAsync);
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        return ApiAnswer.Ok(Full(await call.RequireCommitAsync(repository), repository, call.Links));
    }

    private static async Task<ApiAnswer> ApproveAsync(ApiCall call)
    {
        // The API description asks for repository:write, and Bitbucket for no more than that somebody can read.
        HostedRepository repository = call.RequireRepository();
        string hash = await call.RequireHashAsync(repository, "commit");
        Account account = call.RequireAccount();
        call.Data.Put(new CommitApproval(account.Uuid, call.Now), CommitApproval.OwnerOf(repository, hash));
        return ApiAnswer.Ok(ParticipantJson.Of(account, "PARTICIPANT", "approved", call.Now, call.Links));
    }

    private static async Task<ApiAnswer> UnapproveAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        string hash = await call.RequireHashAsync(repository, "commit");
        return call.Data.Remove<CommitApproval>(call.RequireAccount().Uuid, CommitApproval.OwnerOf(repository, hash))
            ? ApiAnswer.NoContent
            : throw new ApiException(404, "You haven't approved this commit.");
    }

    private static async Task<ApiAnswer> GetMergeBaseAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        string[] revisions = call.Path("revspec").Split("..");
        if (revisions is not [{ Length: > 0 } left, { Length: > 0 } right])
        {
            throw ApiErrors.BadField("revspec", "expected two revisions with two dots between", "Invalid revspec");
        }

        string? hash = await repository.Git.MergeBaseAsync(
            await call.RequireRevisionAsync(repository, left), await call.RequireRevisionAsync(repository, right), call.CancellationToken);
        return hash is null
            ? throw new ApiException(404, "The revisions have no commit in common.")
            : ApiAnswer.Ok(Full(await repository.Git.ReadCommitAsync(hash, call.CancellationToken), repository, call.Links));
    }

    private static JsonObject Full(GitCommit commit, HostedRepository repository, ApiLinks links)
    {
        JsonObject json = CommitJson.Long(commit, repository, links);
        json["participants"] = new JsonArray([.. repository.World.Data.All<CommitApproval>(CommitApproval.OwnerOf(repository, commit.Hash))
            .Select(approval => ParticipantJson.Of(
                repository.World.FindAccount(approval.AccountUuid), "PARTICIPANT", "approved", approval.Date, links))]);
        return json;
    }
}
