using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What the API answers of every comment, whatever it is about.</summary>
internal static class CommentJson
{
    /// <summary>A comment, without what belongs to its kind alone.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="type">The name of its kind.</param>
    /// <param name="path">Where its kind lies in the API, below the root.</param>
    /// <param name="page">Where it is seen on the site.</param>
    /// <param name="world">Knows the account.</param>
    /// <param name="links">Makes the links.</param>
    public static JsonObject Full(Comment comment, string type, string path, string page, World world, ApiLinks links)
    {
        JsonObject json = new()
        {
            ["type"] = type,
            ["id"] = comment.Number,
            ["created_on"] = AccountJson.Time(comment.CreatedOn),
            ["updated_on"] = AccountJson.Time(comment.UpdatedOn),
            ["content"] = RenderedText.ToJson(comment.IsDeleted ? "" : comment.Raw),
            ["user"] = PullRequestJson.Person(world, comment.AccountUuid, links),
            ["deleted"] = comment.IsDeleted,
            ["links"] = new JsonObject { ["self"] = links.Api($"{path}/{comment.Id}"), ["html"] = links.Site($"{page}#comment-{comment.Id}") },
        };
        if (comment.Parent is { } parent)
        {
            json["parent"] = new JsonObject { ["id"] = parent, ["links"] = new JsonObject { ["self"] = links.Api($"{path}/{parent}") } };
        }

        if (comment.Path is not null)
        {
            json["inline"] = Place(comment);
        }

        return json;
    }

    private static JsonObject Place(Comment comment)
    {
        JsonObject place = new() { ["from"] = comment.From, ["to"] = comment.To, ["path"] = comment.Path };
        if ((comment.StartFrom ?? comment.StartTo) is not null)
        {
            place["start_from"] = comment.StartFrom;
            place["start_to"] = comment.StartTo;
        }

        return place;
    }
}
