using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Comments on pull requests as the API answers them.</summary>
internal static class PullRequestCommentJson
{
    public static JsonObject Full(PullRequestComment comment, PullRequest pullRequest, HostedRepository repository, ApiLinks links)
    {
        string path = $"repositories/{repository.FullName}/pullrequests/{pullRequest.Id}/comments";
        JsonObject json = new()
        {
            ["type"] = "pullrequest_comment",
            ["id"] = comment.Number,
            ["created_on"] = AccountJson.Time(comment.CreatedOn),
            ["updated_on"] = AccountJson.Time(comment.UpdatedOn),
            ["content"] = RenderedText.ToJson(comment.IsDeleted ? "" : comment.Raw),
            ["user"] = PullRequestJson.Person(repository.World, comment.AccountUuid, links),
            ["deleted"] = comment.IsDeleted,
            ["pending"] = comment.IsPending,
            ["pullrequest"] = PullRequestJson.Brief(pullRequest, repository, links),
            ["links"] = new JsonObject
            {
                ["self"] = links.Api($"{path}/{comment.Id}"),
                ["html"] = links.Site($"{repository.FullName}/pull-requests/{pullRequest.Id}/_/diff#comment-{comment.Id}"),
            },
        };
        AddPlace(json, comment, path, links);
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

    private static void AddPlace(JsonObject json, PullRequestComment comment, string path, ApiLinks links)
    {
        if (comment.Parent is { } parent)
        {
            json["parent"] = new JsonObject { ["id"] = parent, ["links"] = new JsonObject { ["self"] = links.Api($"{path}/{parent}") } };
        }

        if (comment.Path is not null)
        {
            json["inline"] = new JsonObject { ["from"] = comment.From, ["to"] = comment.To, ["path"] = comment.Path };
        }
    }
}
