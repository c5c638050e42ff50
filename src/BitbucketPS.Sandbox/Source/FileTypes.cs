namespace BitbucketPS.Sandbox;

/// <summary>Media types by the extensions of files. None says a charset: nothing knows in which one a file is written.</summary>
internal static class FileTypes
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = "text/plain",
        [".html"] = "text/html",
        [".css"] = "text/css",
        [".csv"] = "text/csv",
        [".js"] = "application/javascript",
        [".json"] = "application/json",
        [".xml"] = "text/xml",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".pdf"] = "application/pdf",
        [".zip"] = "application/zip",
        [".gz"] = "application/x-gzip",
    };

    /// <summary>The type of a file; null for one that has none, as most source code.</summary>
    public static string? Find(string path) => s_types.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>The type to send the bytes of a file with.</summary>
    public static string OfContent(string path) => Find(path) ?? "text/plain";
}
