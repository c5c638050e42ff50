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
            string text => At(session, new RepositoryIdentity(text).Resolve(session).ToString()),
            RepositoryId repository => At(session, repository.ToString()),
            SourceEntry { Repository: { } repository } entry => At(session, File(repository, entry.Commit, entry.Path)),
            WorkspaceMember { User.Uuid: { } uuid } => At(session, Escape(uuid)),
            Account { Uuid: { } uuid } => At(session, Escape(uuid)),
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

    private static string? Html(object? links) => (links is PSObject wrapped ? wrapped.BaseObject : links) switch
    {
        Links known => known.Html,
        null => null,
        _ => PSObject.AsPSObject(links).Properties["Html"]?.Value?.ToString(),
    };

    private static string Escape(string part) => Uri.EscapeDataString(part);

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Escape));
}
