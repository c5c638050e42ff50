using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Reads what bodies say about every comment, whatever it is about.</summary>
internal static class CommentRequest
{
    /// <summary>The text of a comment.</summary>
    /// <exception cref="ApiException">400 if there is none.</exception>
    public static string RequireRaw(JsonObject body) => body.RequireObject("content").RequireText("raw", "content.raw");

    /// <summary>The number of the comment that one answers; null for the first of a thread.</summary>
    public static int? ReadParent(JsonObject body) => (body["parent"] as JsonObject)?.Integer("id");

    /// <summary>A comment at the place that a body names; as it is if none is named.</summary>
    /// <exception cref="ApiException">400 for a place without a file.</exception>
    public static T At<T>(this T comment, JsonObject body)
        where T : Comment
        => body["inline"] is not JsonObject inline
            ? comment
            : (T)((Comment)comment with
            {
                Path = inline.RequireText("path", "inline.path"),
                From = inline.Integer("from"),
                To = inline.Integer("to"),
                StartFrom = inline.Integer("start_from"),
                StartTo = inline.Integer("start_to"),
            });

    /// <summary>A comment, for who may change it.</summary>
    /// <exception cref="ApiException">404 if only its shell is left, 403 if somebody else wrote it.</exception>
    public static T RequireOwn<T>(ApiCall call, T comment)
        where T : Comment
    {
        if (comment.IsDeleted)
        {
            throw ApiErrors.NotFound($"Comment {comment.Id}");
        }

        return string.Equals(comment.AccountUuid, call.RequireAccount().Uuid, StringComparison.Ordinal)
            ? comment
            : throw new ApiException(403, "Only its author can change a comment.");
    }
}
