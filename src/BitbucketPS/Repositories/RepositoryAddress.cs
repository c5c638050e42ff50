using System.Text.RegularExpressions;

namespace BitbucketPS;

/// <summary>An address that a repository has: of its page, of the API, or where git clones it from.</summary>
/// <param name="Host">The host; for the web with its port, if that is not the usual one.</param>
/// <param name="Path">The path as far as it says the repository: <c>workspace/slug</c>, or less.</param>
/// <param name="IsSsh">True if it is one of ssh, which may know the host by another name.</param>
internal sealed partial record RepositoryAddress(string Host, string Path, bool IsSsh)
{
    // Where ssh goes that a firewall keeps from port 22.
    private const string CloudSshHost = "altssh.bitbucket.org";

    /// <summary>
    /// Takes apart <c>https://host/workspace/slug/…</c>, <c>ssh://git@host/workspace/slug.git</c>, <c>git@host:workspace/slug.git</c>
    /// and <c>host:workspace/slug.git</c>; null if it is none of these.
    /// </summary>
    public static RepositoryAddress? TryParse(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
        {
            switch (address.Scheme)
            {
                case "https" or "http":
                    return new(address.Authority, Repository(address.AbsolutePath), IsSsh: false);
                case "ssh" or "git+ssh" or "ssh+git":
                    return new(address.Host, Repository(address.AbsolutePath), IsSsh: true);
            }
        }

        return ScpLike().Match(text) is { Success: true } scp
            ? new(scp.Groups["host"].Value, Repository(scp.Groups["path"].Value), IsSsh: true)
            : null;
    }

    /// <summary>True if it leads to the session's site or API.</summary>
    /// <param name="session">The session.</param>
    /// <param name="patience">How long ssh may take to say which host it knows by the address's name.</param>
    public bool BelongsTo(BitbucketSession session, TimeSpan patience)
        => IsSsh
            ? IsOwn(Host, session) || (SshAlias.HostOf(Host, patience) is { } real && IsOwn(real, session))
            : IsOneOf(Host, session.SiteUri.Authority, session.BaseUri.Authority);

    /// <summary>The repository, if it is one of the session's.</summary>
    /// <inheritdoc cref="BelongsTo"/>
    public RepositoryId? RepositoryOf(BitbucketSession session, TimeSpan patience)
        => RepositoryId.TryParse(Path, out RepositoryId? id) && BelongsTo(session, patience) ? id : null;

    private static bool IsOwn(string host, BitbucketSession session)
        => IsOneOf(host, session.SiteUri.Host, session.BaseUri.Host)
            || (session.SiteUri.Host is "bitbucket.org" && IsOneOf(host, CloudSshHost));

    private static bool IsOneOf(string host, params string[] own) => own.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static string Repository(string path)
    {
        string[] parts = Uri.UnescapeDataString(path).Split('/', StringSplitOptions.RemoveEmptyEntries);

        // The address that the API itself gives a repository.
        bool isOfApi = parts is ["2.0", "repositories", ..];
        string text = string.Join('/', parts.Skip(isOfApi ? 2 : 0).Take(2));
        return text.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? text[..^".git".Length] : text;
    }

    // As git tells it from a path: a colon before any slash. One letter before it is a drive.
    [GeneratedRegex(@"^(?:[^/:@]*@)?(?<host>[^/:@\\]{2,}):(?<path>(?!//).+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScpLike();
}
