using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What a client sends to make or change a snippet: JSON without files, or a form with them.</summary>
/// <param name="Title">Null to leave it.</param>
/// <param name="IsPrivate">Null to leave it.</param>
/// <param name="Files">To write, or to delete if they have no content.</param>
internal sealed record SnippetBody(string? Title, bool? IsPrivate, IReadOnlyList<GitFileWrite> Files)
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="ApiException">400 that names what is wrong.</exception>
    public static async Task<SnippetBody> ReadAsync(ApiCall call)
    {
        if (call.Body is not null)
        {
            return new(call.Json.Text("title"), call.Json.Boolean("is_private"), ReadFiles(call.Json["files"] as JsonObject ?? []));
        }

        SourceForm form = await SourceForm.ReadAsync(call.Http.Request, takesFileNames: true, call.CancellationToken);
        List<GitFileWrite> files = [];
        string? title = null;
        bool? isPrivate = null;
        foreach (GitFileWrite write in form.Writes)
        {
            string text = write.Content is { } content ? System.Text.Encoding.UTF8.GetString(content.Span) : "";
            switch (write.Path)
            {
                case "title":
                    title = text;
                    break;
                case "is_private":
                    isPrivate = text is "true" or "True" or "1";
                    break;
                case "scm":
                    break;
                default:
                    files.Add(write);
                    break;
            }
        }

        return new(title, isPrivate, files);
    }

    // null for a file in JSON deletes it.
    private static List<GitFileWrite> ReadFiles(JsonObject files)
        => [.. files.Select(file => file.Value is null ? new GitFileWrite(file.Key, null) : throw ApiErrors.BadField($"files.{file.Key}", "Files come in a multipart form; JSON can only delete them."))];
}
