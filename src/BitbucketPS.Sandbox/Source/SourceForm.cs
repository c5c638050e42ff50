using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>What a client sends to write files: a form whose names are paths, but for a few that say something about the commit.</summary>
internal sealed class SourceForm
{
    private static readonly string[] s_metadata = ["message", "author", "parents", "branch", "files"];

    private readonly List<GitFileWrite> _writes = [];
    private readonly Dictionary<string, List<string>> _metadata = new(StringComparer.Ordinal);

    /// <summary>The files to write; those to delete have no content.</summary>
    public IReadOnlyList<GitFileWrite> Writes
        => [.. _writes, .. All("files").Select(path => path.Trim('/')).Where(path => !_writes.Exists(write => Same(write.Path, path))).Select(path => new GitFileWrite(path, null))];

    /// <summary>One value of the metadata, or null.</summary>
    public string? this[string name] => _metadata.GetValueOrDefault(name)?[0];

    public IReadOnlyList<string> All(string name) => _metadata.GetValueOrDefault(name) ?? [];

    /// <summary>Whether a file is called by its own name, and not by that of its part.</summary>
    private bool TakesFileNames { get; init; }

    /// <summary>Reads the form, multipart or not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="takesFileNames">Whether a file is called by its own name, and not by that of its part.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">400 for what is none.</exception>
    public static async Task<SourceForm> ReadAsync(HttpRequest request, bool takesFileNames, CancellationToken cancellationToken)
    {
        SourceForm form = new() { TakesFileNames = takesFileNames };
        if (request.HasFormContentTypeOnly())
        {
            form.AddFlat(await request.ReadFormTextAsync(cancellationToken));
        }
        else if (MultipartForm.BoundaryOf(request, "multipart/") is { } boundary)
        {
            await foreach (FormPart part in MultipartForm.ReadAsync(request, boundary, cancellationToken))
            {
                form.Add(part);
            }
        }
        else if (request.ContentLength > 0)
        {
            throw new ApiException(400, "The request body must be multipart/form-data or application/x-www-form-urlencoded.");
        }

        return form;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private void AddFlat(string text)
    {
        QueryParameters form = QueryParameters.Parse(text);
        foreach (string name in form.Names)
        {
            foreach (string value in form.All(name))
            {
                Add(name, Encoding.UTF8.GetBytes(value), isFile: false, attributes: "");
            }
        }
    }

    private void Add(FormPart part)
        => Add(TakesFileNames && part.FileName is { Length: > 0 } own ? own : part.Name, part.Content, part.FileName is not null, part.Attributes);

    private void Add(string name, byte[] content, bool isFile, string attributes)
    {
        if (name.Length == 0)
        {
            throw new ApiException(400, "A part of the form has no name.");
        }

        if (!isFile && s_metadata.Contains(name, StringComparer.Ordinal))
        {
            if (!_metadata.TryGetValue(name, out List<string>? values))
            {
                _metadata.Add(name, values = []);
            }

            values.Add(Encoding.UTF8.GetString(content));
            return;
        }

        string mode = attributes.Contains("executable", StringComparison.Ordinal) ? "100755"
            : attributes.Contains("link", StringComparison.Ordinal) ? "120000" : "100644";
        _writes.RemoveAll(write => Same(write.Path, name.Trim('/')));
        _writes.Add(new(name.Trim('/'), content) { Mode = mode });
    }
}
