using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What people write about snippets.</summary>
internal static class SnippetCommentCollection
{
    private static ItemCollection Comments { get; } = new()
    {
        Path = "/snippets/{workspace}/{encoded_id}/comments",
        IdName = "comment_id",
        Shape = "snippet_comment",
        Noun = "Comment",
        Store = "comments",
        CountsIds = true,
        Owner = FindOwner,
        MakeAsync = change => Task.FromResult(Make(change)),
        Show = Show,
        Removing = RequireRemover,
    };

    public static void AddTo(HandlerTable handlers) => ItemOperations.Add(handlers, Comments);

    private static ItemOwner FindOwner(ApiCall call, AccessLevel level)
    {
        (Workspace workspace, Snippet snippet, _) = SnippetLookup.Require(call);
        return new(snippet.OwnerIn(workspace), workspace);
    }

    // The API description: by the author of the comment, the creator of the snippet, or an administrator of the workspace.
    private static void RequireRemover(ItemView view)
    {
        string me = view.Call.RequireAccount().Uuid;
        (Workspace workspace, Snippet snippet, _) = SnippetLookup.Require(view.Call);
        bool mayRemove = string.Equals(view.Item.Text("author"), me, StringComparison.Ordinal)
            || string.Equals(snippet.CreatorUuid, me, StringComparison.Ordinal)
            || view.Call.Administers(workspace);
        if (!mayRemove)
        {
            throw new ApiException(403, "You cannot delete the comments of somebody else.");
        }
    }

    private static JsonObject Make(ItemChange change)
    {
        string author = change.Call.RequireAccount().Uuid;
        if (change.Present is { } present && !string.Equals(present.Text("author"), author, StringComparison.Ordinal))
        {
            throw new ApiException(403, "Only its author can change a comment.");
        }

        JsonObject content = change.Present?.Copy() ?? new() { ["author"] = author };
        content["raw"] = change.Body.RequireObject("content").RequireText("raw", "content.raw");
        if (change.Present is null && (change.Body["parent"] as JsonObject)?.Integer("id") is { } parent)
        {
            content["parent_id"] = change.Call.Data.Find<Item>($"{parent}", Comments.KeyOf(change.Owner)) is null
                ? throw ApiErrors.BadField("parent.id", $"There is no comment {parent} on this snippet.")
                : parent;
        }

        return content;
    }

    private static JsonObject Show(ItemView view)
    {
        (Workspace workspace, Snippet snippet, _) = SnippetLookup.Require(view.Call);
        string path = $"snippets/{workspace.Slug}/{snippet.Id}/comments";
        JsonObject json = new()
        {
            ["type"] = "snippet_comment",
            ["id"] = int.Parse(view.Item.Id, System.Globalization.CultureInfo.InvariantCulture),
            ["created_on"] = AccountJson.Time(view.Item.CreatedOn),
            ["updated_on"] = AccountJson.Time(view.Item.UpdatedOn),
            ["content"] = RenderedText.ToJson(view.Item.Text("raw")!),
            ["user"] = view.Call.World.FindAccount(view.Item.Text("author")!) is { } account ? AccountJson.Brief(account, view.Call.Links) : null,
            ["deleted"] = false,
            ["snippet"] = SnippetJson.Brief(snippet, workspace, view.Call.World, view.Call.Links),
            ["links"] = new JsonObject
            {
                ["self"] = view.Call.Links.Api($"{path}/{view.Item.Id}"),
                ["html"] = view.Call.Links.Site($"snippets/{workspace.Slug}/{snippet.Id}#comment-{view.Item.Id}"),
            },
        };
        if (view.Item.Content.Integer("parent_id") is { } parent)
        {
            json["parent"] = new JsonObject { ["id"] = parent, ["links"] = new JsonObject { ["self"] = view.Call.Links.Api($"{path}/{parent}") } };
        }

        return json;
    }
}
