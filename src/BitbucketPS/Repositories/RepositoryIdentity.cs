using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BitbucketPS;

/// <summary>
/// What a person may say for a repository. A text that is none fails when it is used, with an error that names it, and
/// not in the binder, which would end the whole pipeline without a way out.
/// </summary>
public sealed partial class RepositoryIdentity
{
    private readonly string _text;

    /// <summary>Takes <c>workspace/slug</c>, a slug, or an address.</summary>
    /// <param name="text">The text.</param>
    public RepositoryIdentity(string text)
    {
        _text = text;
    }

    /// <summary>Takes an id.</summary>
    /// <param name="id">The id.</param>
    public RepositoryIdentity(RepositoryId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        _text = id.ToString();
    }

    /// <summary>Takes a repository, as Get-BitbucketRepository writes it.</summary>
    /// <param name="repository">The repository.</param>
    public RepositoryIdentity(Repository repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        _text = repository.FullName;
    }

    /// <summary>The text as it was given.</summary>
    public override string ToString() => _text;

    /// <summary>True if it is a pattern, such as <c>acme/web*</c>.</summary>
    internal bool IsPattern => WildcardPattern.ContainsWildcardCharacters(_text);

    /// <summary>The number of the pull request whose page's address it is; null if it is something else.</summary>
    internal long? PullRequestId => PullRequestPage().Match(_text) is { Success: true } page
        && long.TryParse(page.Groups["id"].ValueSpan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long id)
        ? id
        : null;

    /// <summary>The repository of the session, else that of the git clone at the current location.</summary>
    internal static RepositoryIdentity Default(BitbucketSession session, SessionState state)
    {
        if (session.Repository is { } own)
        {
            return new(own);
        }

        GitFinding finding = GitClone.Find(state.Path.CurrentFileSystemLocation.ProviderPath, session);
        return finding.Repository is { } id ? new(id) : throw new BitbucketException(
            BitbucketErrorKind.RepositoryRequired,
            $"No repository: none was given, the session has none, and {finding.Reason}.");
    }

    /// <summary>The repository it stands for.</summary>
    /// <param name="session">The session.</param>
    /// <param name="defaultWorkspace">The workspace of a slug alone; null for the session's.</param>
    /// <exception cref="BitbucketException">It stands for none.</exception>
    internal RepositoryId Resolve(BitbucketSession session, string? defaultWorkspace = null)
    {
        (string workspace, string slug) = Split(session, defaultWorkspace);
        return RepositoryId.TryParse($"{workspace}/{slug}", out RepositoryId? id) ? id : throw Malformed();
    }

    /// <summary>Its workspace and its slug, which may be a pattern.</summary>
    /// <param name="session">The session.</param>
    /// <param name="defaultWorkspace">The workspace of a slug alone; null for the session's.</param>
    /// <exception cref="BitbucketException">It has none, or belongs to another server.</exception>
    internal (string Workspace, string Slug) Split(BitbucketSession session, string? defaultWorkspace = null)
    {
        if (RepositoryAddress.TryParse(_text) is { } address)
        {
            return address.BelongsTo(session, QuickProgram.Patience)
                ? SplitPath(address.Path, session, defaultWorkspace)
                : throw OtherServer(address.Host, session);
        }

        return SplitPath(_text, session, defaultWorkspace);
    }

    [GeneratedRegex("^https?://[^/]+/[^/]+/[^/]+/pull-requests/(?<id>[0-9]+)([/?#]|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PullRequestPage();

    private (string Workspace, string Slug) SplitPath(string path, BitbucketSession session, string? defaultWorkspace) => path.Split('/') switch
    {
        [string slug] when slug.Length > 0 => (defaultWorkspace ?? session.RequireWorkspace($"for the repository '{slug}'"), slug),
        [string workspace, string slug] when RepositoryId.IsPart(workspace) && slug.Length > 0 => (workspace, slug),
        _ => throw Malformed(),
    };

    private BitbucketException Malformed()
        => new(BitbucketErrorKind.InvalidRepository, $"'{_text}' is not a repository.");

    private BitbucketException OtherServer(string host, BitbucketSession session)
        => new(
            BitbucketErrorKind.InvalidRepository,
            $"'{_text}' lies on {host}, but this session belongs to {session.SiteUri.Authority}.");
}
