namespace BitbucketPS.Sandbox;

/// <summary>The path of a request that git sends.</summary>
/// <param name="Workspace">Slug or UUID, decoded. It is looked up by comparison, and never becomes part of a file's path.</param>
/// <param name="Slug">The same of the repository, without <c>.git</c>.</param>
/// <param name="Service">What is asked for; null below <c>info/refs</c>, where the query says it.</param>
internal sealed record GitRoute(string Workspace, string Slug, GitService? Service)
{
    private const string Suffix = ".git";

    // No workspace has such a name, and /2.0/repositories/info/refs is an operation of the API.
    private static readonly string[] s_apiVersions = ["1.0", "2.0"];

    /// <summary>Reads <c>/workspace/slug[.git]/…</c>, or gives null if the path is not for git.</summary>
    public static GitRoute? Match(string path)
    {
        string[] parts = path.Split('/');
        if (parts.Length < 4 || parts[0].Length > 0 || s_apiVersions.Contains(parts[1], StringComparer.Ordinal))
        {
            return null;
        }

        GitService? service = parts.Length == 4 ? GitService.Find(parts[3]) : null;
        bool isAdvertisement = parts.Length == 5 && parts[3] is "info" && parts[4] is "refs";
        return service is not null || isAdvertisement ? new(Decode(parts[1]), SlugOf(Decode(parts[2])), service) : null;
    }

    private static string SlugOf(string name)
        => name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? name[..^Suffix.Length] : name;

    // What cannot be decoded names nothing, with or without its percent signs.
    private static string Decode(string part)
        => PercentCoding.TryDecodeText(part, plusIsSpace: false, out string? text) ? text : part;
}
