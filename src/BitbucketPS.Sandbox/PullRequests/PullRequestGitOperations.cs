using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What git knows about pull requests: commits, statuses and differences.</summary>
internal static class PullRequestGitOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("commit");

    /// <summary>What the redirect to conflicts leads to.</summary>
    public static ApiOperation Conflicts { get; } =
        new("GET", "/2.0/repositories/{workspace}/{repo_slug}/conflicts/{spec*}", RequiredScopes.ReadRepository)
        {
            Query = [new("page", new(ShapeKind.Text)), new("pagelen", new(ShapeKind.Text))],
            Handler = ListConflictsAsync,
        };

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/pullrequests/{pull_request_id}/commits", ListCommitsAsync);
        handlers.Add("GET ~/pullrequests/{pull_request_id}/statuses", ListStatusesAsync);
        handlers.Add("GET ~/pullrequests/{pull_request_id}/diff", call => RedirectAsync(call, "diff"));
        handlers.Add("GET ~/pullrequests/{pull_request_id}/diffstat", call => RedirectAsync(call, "diffstat"));
        handlers.Add("GET ~/pullrequests/{pull_request_id}/patch", call => RedirectAsync(call, "patch"));
        handlers.Add("GET ~/pullrequests/{pull_request_id}/conflicts", RedirectToConflictsAsync);
    }

    private static async Task<ApiAnswer> ListCommitsAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        GitLogQuery query = new([pullRequest.SourceHash]) { Exclude = [await RequireDestinationAsync(call, repository, pullRequest)] };
        IReadOnlyList<GitCommit> commits = await repository.Git.LogAsync(query, call.CancellationToken);
        JsonObject page = ItemList.ToPage(
            [.. commits.Select(commit => new Lazy<JsonObject>(() => CommitJson.Long(commit, repository, call.Links)))], s_schema, call);

        // As all lists of commits: without a count.
        page.Remove("size");
        return ApiAnswer.Ok(page);
    }

    private static async Task<ApiAnswer> ListStatusesAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        return CommitStatusOperations.List(call, repository, pullRequest.SourceHash);
    }

    private static async Task<ApiAnswer> RedirectAsync(ApiCall call, string resource)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        string spec = await SpecAsync(call, repository, pullRequest);
        string topic = resource is "patch" ? "" : "topic=true";
        string query = string.Join('&', new[] { call.Query.Raw, topic }.Where(part => part.Length > 0));
        return ApiAnswer.Redirect(302, $"{call.Links.Origin}/2.0/repositories/{repository.FullName}/{resource}/{spec}?{query}".TrimEnd('?'));
    }

    private static async Task<ApiAnswer> RedirectToConflictsAsync(ApiCall call)
    {
        (HostedRepository repository, PullRequest pullRequest) = await call.RequirePullRequestAsync();
        string spec = await SpecAsync(call, repository, pullRequest);
        return ApiAnswer.Redirect(302, $"{call.Links.Origin}/2.0/repositories/{repository.FullName}/conflicts/{spec}");
    }

    // Where the redirect leads. The API description has no such operation, so what it answers is this server's own.
    private static async Task<ApiAnswer> ListConflictsAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        string[] revisions = call.Path("spec").Split("..", 2);
        string source = await call.RequireRevisionAsync(repository, revisions[0]);
        string destination = await call.RequireRevisionAsync(repository, revisions[^1]);
        IReadOnlyList<string> conflicts = await repository.Git.FindConflictsAsync(destination, source, call.CancellationToken);
        return ApiAnswer.Ok(ItemList.ToPage(
            [.. conflicts.Select(path => new Lazy<JsonObject>(new JsonObject { ["type"] = "commit_file", ["path"] = path, ["escaped_path"] = PercentCoding.EncodePath(path) }))],
            FieldSchema.Of("commit_file"),
            call));
    }

    private static async Task<string> SpecAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest)
        => $"{pullRequest.SourceHash}..{await RequireDestinationAsync(call, repository, pullRequest)}";

    private static async Task<string> RequireDestinationAsync(ApiCall call, HostedRepository repository, PullRequest pullRequest)
        => await PullRequestLookup.DestinationHashAsync(pullRequest, repository, call.CancellationToken)
            ?? throw new ApiException(404, $"The destination branch {pullRequest.DestinationBranch} does not exist any more.");
}
