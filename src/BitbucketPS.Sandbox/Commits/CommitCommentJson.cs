using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Comments about commits as the API answers them.</summary>
internal static class CommitCommentJson
{
    public static JsonObject Full(CommitComment comment, HostedRepository repository, string hash, ApiLinks links)
    {
        string path = $"repositories/{repository.FullName}/commit/{hash}/comments";
        JsonObject json = new()
        {
            ["type"] = "commit_comment",
            ["id"] = comment.Number,
            ["created_on"] = AccountJson.Time(comment.CreatedOn),
            ["updated_on"] = AccountJson.Time(comment.UpdatedOn),
            ["content"] = RenderedText.ToJson(comment.IsDeleted ? "" : comment.Raw),
            ["user"] = repository.World.FindAccount(comment.AccountUuid) is { } account ? AccountJson.Brief(account, links) : null,
            ["deleted"] = comment.IsDeleted,
            ["commit"] = CommitJson.Brief(hash, repository, links),
            ["links"] = new JsonObject
            {
                ["self"] = links.Api($"{path}/{comment.Id}"),
                ["html"] = links.Site($"{repository.FullName}/commits/{hash}#comment-{comment.Id}"),
            },
        };
        if (comment.Parent is { } parent)
        {
            json["parent"] = new JsonObject { ["id"] = parent, ["links"] = new JsonObject { ["self"] = links.Api($"{path}/{parent}") } };
        }

        if (comment.Path is not null)
        {
            json["inline"] = new JsonObject { ["from"] = comment.From, ["to"] = comment.To, ["path"] = comment.Path };
        }

        return json;
    }
}
