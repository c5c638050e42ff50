using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Opening, reading and changing pull requests.</summary>
internal static class PullRequestOperations
{
    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("POST ~/pullrequests", CreateAsync);
        handlers.Add("GET ~/pullrequests/{pull_request_id}", GetAsync);
        handlers.Add("PUT ~/pullrequests/{pull_request_id}", UpdateAsync);
        handlers.Add("POST ~/pullrequests/{pull_request_id}/decline", DeclineAsync);
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        return ApiAnswer.Ok(await PullRequestJson.FullAsync(pullRequest, repository, call.Links, call.CancellationToken));
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        string title = call.Json.RequireText("title");
        (HostedRepository source, GitBranch from) = await PullRequestDraft.RequireSourceAsync(call, repository);
        GitBranch to = await PullRequestDraft.RequireDestinationAsync(call, repository, await repository.Git.ReadMainBranchAsync(call.CancellationToken));
        string author = call.RequireAccount().Uuid;
        PullRequest? open = FindOpen(call, repository, source, from.Name, to.Name);
        PullRequest pullRequest = new(open?.Number ?? call.Data.Next("pull request", repository.Uuid))
        {
            Title = title,
            Description = ReadDescription(call) ?? open?.Description ?? "",
            AuthorUuid = open?.AuthorUuid ?? author,
            SourceRepositoryUuid = source.Uuid,
            SourceBranch = from.Name,
            SourceHash = from.Target.Hash,
            DestinationBranch = to.Name,
            ClosesSourceBranch = call.Json.Boolean("close_source_branch") ?? false,
            IsDraft = call.Json.Boolean("draft") ?? false,
            Reviewers = PullRequestDraft.ReadReviewers(call, repository, open?.AuthorUuid ?? author) ?? [],
            CreatedOn = open?.CreatedOn ?? call.Now,
            UpdatedOn = call.Now,
        };
        if (!string.Equals(source.Uuid, repository.Uuid, StringComparison.Ordinal))
        {
            await repository.Git.FetchFromAsync(source.Git, from.Name, $"pullrequests/{pullRequest.Id}/from", call.CancellationToken);
        }

        await PullRequestDraft.RequireChangesAsync(call, repository, pullRequest, to);
        return await SaveAsync(call, repository, pullRequest, open is null ? "pullrequest:created" : "pullrequest:updated", 201);
    }

    private static async Task<ApiAnswer> UpdateAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        RequireAuthorOrWriter(call, repository, pullRequest);
        if (!pullRequest.IsOpen)
        {
            throw new ApiException(400, "Can only update an open pull request.");
        }

        string destination = pullRequest.DestinationBranch;
        if (call.Json["destination"] is not null)
        {
            GitBranch to = await PullRequestDraft.RequireDestinationAsync(call, repository, destination);
            await PullRequestDraft.RequireChangesAsync(call, repository, pullRequest, to);
            destination = to.Name;
        }

        string title = call.Json.ContainsKey("title") ? call.Json.RequireText("title") : pullRequest.Title;
        PullRequest changed = pullRequest with
        {
            Title = title,
            Description = ReadDescription(call) ?? pullRequest.Description,
            DestinationBranch = destination,
            ClosesSourceBranch = call.Json.Boolean("close_source_branch") ?? pullRequest.ClosesSourceBranch,
            IsDraft = call.Json.Boolean("draft") ?? pullRequest.IsDraft,

            // The service takes a list that is not there for an empty one.
            Reviewers = PullRequestDraft.ReadReviewers(call, repository, pullRequest.AuthorUuid) ?? [],
            UpdatedOn = call.Now,
        };
        return await SaveAsync(call, repository, changed, "pullrequest:updated", 200);
    }

    private static async Task<ApiAnswer> DeclineAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        RequireOpen(pullRequest);
        RequireAuthorOrWriter(call, repository, pullRequest);
        PullRequest declined = pullRequest with
        {
            State = PullRequest.Declined,
            ClosedBy = call.RequireAccount().Uuid,
            Reason = call.Json.Text("message") ?? call.Json.Text("reason") ?? "",
            DestinationHash = await PullRequestLookup.DestinationHashAsync(pullRequest, repository, call.CancellationToken),
            UpdatedOn = call.Now,
        };
        return await SaveAsync(call, repository, declined, "pullrequest:rejected", 200);
    }

    /// <summary>Says so if a pull request is closed.</summary>
    /// <exception cref="ApiException">400 if it is.</exception>
    public static void RequireOpen(PullRequest pullRequest)
    {
        if (!pullRequest.IsOpen)
        {
            throw ApiErrors.BadField("newstatus", "This pull request is already closed.", "newstatus: This pull request is already closed.");
        }
    }

    /// <summary>Remembers a pull request, and tells everybody.</summary>
    public static async Task<ApiAnswer> SaveAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest, string key, int status)
    {
        call.Data.Put(pullRequest, repository.Uuid);
        await PullRequestLog.NoteUpdateAsync(repository, pullRequest, call.RequireAccount().Uuid, call.Now, call.CancellationToken);
        JsonObject json = await PullRequestJson.FullAsync(pullRequest, repository, call.Links, call.CancellationToken);
        PullRequestLog.Tell(call, key, repository, json);
        ApiAnswer answer = new(status, json);
        return status == 201 ? answer.With("Location", (string)json["links"]!["self"]!["href"]!) : answer;
    }

    private static string? ReadDescription(ApiCall call) => call.Json.Text("description") ?? call.Json.TextAt("summary", "raw");

    private static void RequireAuthorOrWriter(ApiCall call, HostedRepository repository, PullRequest pullRequest)
    {
        bool isAuthor = string.Equals(call.RequireAccount().Uuid, pullRequest.AuthorUuid, StringComparison.Ordinal);
        if (!isAuthor && AccessRules.LevelOf(call.Credential, repository) < AccessLevel.Write)
        {
            throw ApiErrors.TooLittleAccess(AccessLevel.Write);
        }
    }

    // A second pull request for a branch is the first one, changed.
    private static PullRequest? FindOpen(ApiCall call, HostedRepository repository, HostedRepository source, string from, string to)
        => call.Data.All<PullRequest>(repository.Uuid).FirstOrDefault(candidate => candidate.IsOpen
            && string.Equals(candidate.SourceRepositoryUuid, source.Uuid, StringComparison.Ordinal)
            && string.Equals(candidate.SourceBranch, from, StringComparison.Ordinal)
            && string.Equals(candidate.DestinationBranch, to, StringComparison.Ordinal));
}
