using System.Text;

namespace BitbucketPS;

/// <summary>
/// Writes a change as the form that the service takes: each file under its path, with a slash before it, since without one a file
/// called <c>message</c> would be taken for the message of the commit.
/// </summary>
internal static class SourceForm
{
    /// <summary>The form.</summary>
    /// <exception cref="BitbucketException">A path is none.</exception>
    public static HttpContent Write(SourceChange change)
    {
        // Headers are UTF-8 as they are, as browsers send them: what .NET writes otherwise (RFC 2047), no server of forms decodes.
        MultipartContent form = new("form-data") { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        Add(form, "message", change.Message);
        Add(form, "branch", change.Branch);
        Add(form, "author", change.Author);
        Add(form, "parents", change.Parent);
        foreach (string path in change.Deleted)
        {
            Add(form, "files", $"/{SourcePath.OfFile(path)}");
        }

        foreach (SourceFile file in change.Files)
        {
            form.Add(Part(file));
        }

        return form;
    }

    private static void Add(MultipartContent form, string name, string? value)
    {
        if (value is not null)
        {
            form.Add(Part(new StringContent(value, Encoding.UTF8), $"form-data; name={Quote(name)}"));
        }
    }

    // Without a name of its own, a part is taken for text and not for bytes.
    private static HttpContent Part(SourceFile file)
    {
        string path = $"/{SourcePath.OfFile(file.Path)}";
        string attributes = file.IsLink ? "; x-attributes=\"link\"" : file.IsExecutable ? "; x-attributes=\"executable\"" : "";
        string name = path[(path.LastIndexOf('/') + 1)..];
        return Part(new ReadOnlyMemoryContent(file.Content), $"form-data; name={Quote(path)}; filename={Quote(name)}{attributes}");
    }

    private static HttpContent Part(HttpContent content, string disposition)
    {
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return content;
    }

    private static string Quote(string text)
        => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
