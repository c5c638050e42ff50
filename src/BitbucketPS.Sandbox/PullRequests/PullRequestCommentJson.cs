using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Comments on pull requests as the API answers them.</summary>
internal static class PullRequestCommentJson
{
    public static JsonObject Full(PullRequestComment comment, PullRequest pullRequest, HostedRepository repository, ApiLinks links)
    {
        JsonObject json = CommentJson.Full(
            comment,
            "pullrequest_comment",
            $"repositories/{repository.FullName}/pullrequests/{pullRequest.Id}/comments",
            $"{repository.FullName}/pull-requests/{pullRequest.Id}/_/diff",
            repository.World,
            links);
        json["pending"] = comment.IsPending;
        json["pullrequest"] = PullRequestJson.Brief(pullRequest, repository, links);
        if (comment.ResolvedOn is { } resolved)
        {
            json["resolution"] = new JsonObject
            {
                ["type"] = "comment_resolution",
                ["user"] = PullRequestJson.Person(repository.World, comment.ResolvedBy!, links),
                ["created_on"] = AccountJson.Time(resolved),
            };
        }

        return json;
    }
}
