using System.Globalization;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>The pages of things on the site.</summary>
internal static class SiteAddress
{
    /// <summary>The page of an object; null if it has none.</summary>
    /// <param name="input">The object: a model, or anything with the property Links.</param>
    /// <param name="session">The session, for objects that only say what they belong to.</param>
    public static string? Of(object input, BitbucketSession session)
    {
        PSObject wrapped = PSObject.AsPSObject(input);
        return wrapped.BaseObject switch
        {
            string text => IsOn(session, text) ? text : At(session, new RepositoryIdentity(text).Resolve(session).ToString()),
            RepositoryId repository => At(session, repository.ToString()),
            SourceEntry { Repository: { } repository } entry => At(session, File(repository, entry.Commit, entry.Path)),
            WorkspaceMember { User.Uuid: { } uuid } => At(session, Escape(uuid)),
            Participant { User.Uuid: { } uuid } => At(session, Escape(uuid)),
            Account { Uuid: { } uuid } => At(session, Escape(uuid)),
            PullRequestActivity { Repository: { } repository, PullRequestId: var id } => At(session, PullRequest(repository, id)),
            PullRequestConflict { Repository: { } repository, PullRequestId: var id } => At(session, PullRequest(repository, id)),
            PullRequestMergeTask { Repository: { } repository, PullRequestId: var id } => At(session, PullRequest(repository, id)),
            _ => Html(wrapped.Properties["Links"]?.Value),
        };
    }

    /// <summary>A page of the session's site.</summary>
    public static string At(BitbucketSession session, string path) => new Uri(session.SiteUri, $"/{path}").AbsoluteUri;

    /// <summary>The page of a branch.</summary>
    public static string Branch(RepositoryId repository, string name) => $"{repository}/branch/{EscapePath(name)}";

    /// <summary>The page of a commit.</summary>
    public static string Commit(RepositoryId repository, string hash) => $"{repository}/commits/{Escape(hash)}";

    /// <summary>The page of a pull request.</summary>
    public static string PullRequest(RepositoryId repository, long id)
        => string.Create(CultureInfo.InvariantCulture, $"{repository}/pull-requests/{id}");

    // The site takes the first part alone for the revision, so a slash in a branch's name must not be one.
    /// <summary>The page of a file or folder at a branch or commit.</summary>
    public static string File(RepositoryId repository, string revision, string path)
        => $"{repository}/src/{Escape(revision)}/{EscapePath(path.Trim('/'))}";

    // An address to clone from is that of a repository.
    private static bool IsOn(BitbucketSession session, string text)
        => Page(text) is { UserInfo.Length: 0 } address
            && Uri.Compare(address, session.SiteUri, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            && !address.AbsolutePath.EndsWith(".git", StringComparison.OrdinalIgnoreCase);

    // In another process, an object that lies deep in another becomes its text, which is the address.
    private static string? Html(object? links)
    {
        string? html = (links is PSObject wrapped ? wrapped.BaseObject : links) switch
        {
            Links known => known.Html,
            string text => text,
            null => null,
            _ => PSObject.AsPSObject(links).Properties["Html"]?.Value?.ToString(),
        };
        return Page(html) is null ? null : html;
    }

    private static Uri? Page(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address : null;

    private static string Escape(string part) => EscapeParts([part], part);

    private static string EscapePath(string path) => EscapeParts(path.Split('/'), path);

    // Dots are no letters to escape, and addresses are cut at them.
    private static string EscapeParts(string[] parts, string text)
        => Array.IndexOf(parts, "..") < 0
            ? string.Join('/', parts.Select(Uri.EscapeDataString))
            : throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{text}' leads out of the repository.")
            {
                RecommendedAction = "Give the path from the root of the repository, without '..'.",
            };
}
