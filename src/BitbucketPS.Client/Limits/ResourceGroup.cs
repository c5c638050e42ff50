namespace BitbucketPS.Limits;

/// <summary>A group of resources that share one rate limit.</summary>
/// <remarks>
/// Groups and limits are those of Atlassian's article "API request limits": 1,000 requests an hour for repository data, more
/// for downloads and application properties, 100 a minute for invitations, and 60 an hour for everything where nobody signed in.
/// </remarks>
/// <param name="Name">Its name.</param>
/// <param name="Limit">How many requests are allowed in a window, if no header says otherwise.</param>
/// <param name="Window">How long a request counts.</param>
internal sealed record ResourceGroup(string Name, int Limit, TimeSpan Window)
{
    // The name itself, and the two segments behind it.
    private const int WorkspaceAndSlug = 3;

    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private static readonly ResourceGroup s_anonymous = new("anonymous", 60, s_hour);
    private static readonly ResourceGroup s_repositories = new("repositories", 1000, s_hour);
    private static readonly ResourceGroup s_downloads = new("downloads", 5000, s_hour);
    private static readonly ResourceGroup s_properties = new("properties", 2000, s_hour);
    private static readonly ResourceGroup s_webhooks = new("webhooks", 1000, s_hour);
    private static readonly ResourceGroup s_invitations = new("invitations", 100, TimeSpan.FromMinutes(1));
    private static readonly ResourceGroup s_other = new("other", 1000, s_hour);

    /// <summary>The group that a request counts against.</summary>
    /// <param name="path">Its path, with the version of the API.</param>
    /// <param name="isSigned">False where nobody signed in.</param>
    public static ResourceGroup Of(string path, bool isSigned)
    {
        if (!isSigned)
        {
            return s_anonymous;
        }

        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int repositories = Array.IndexOf(segments, "repositories");
        return repositories >= 0
            ? OfRepository(segments.AsSpan(Math.Min(repositories + WorkspaceAndSlug, segments.Length)))
            : segments switch
            {
                [.., "workspaces", _, "hooks"] or [.., "workspaces", _, "hooks", _] => s_webhooks,
                [.., "1.0", _, _, "invitations"] or [.., "1.0", _, "invitations"] => s_invitations,
                _ => s_other,
            };
    }

    // A branch or a file may be called like one of these.
    private static ResourceGroup OfRepository(ReadOnlySpan<string> below) => below switch
    {
        ["downloads", _] => s_downloads,
        ["hooks"] or ["hooks", _] => s_webhooks,
        ["properties", _, _] or [not "src", _, "properties", _, _] => s_properties,
        _ => s_repositories,
    };
}
