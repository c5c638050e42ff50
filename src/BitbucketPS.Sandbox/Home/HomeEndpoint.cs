namespace BitbucketPS.Sandbox;

/// <summary>
/// The pages for a person: what this sandbox is, what it holds and what was asked of it. They only show, and need no sign-in:
/// who can open them sits at this machine.
/// </summary>
internal sealed class HomeEndpoint
{
    private const string Workspaces = "workspaces";

    private readonly HomePage _home;
    private readonly SandboxState _state;
    private readonly TimeProvider _clock;

    public HomeEndpoint(HomePage home, SandboxState state, TimeProvider clock)
    {
        _home = home;
        _state = state;
        _clock = clock;
    }

    /// <summary>Whether a request is one to these pages.</summary>
    public static bool Owns(RequestTarget target) => target.Path is "/" || target.Path.Split('/') is ["", Workspaces, not "", ..];

    /// <summary>Answers a request with a page.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target)
    {
        HtmlPage page = http.Request switch
        {
            { Method: not ("GET" or "HEAD") } => NotAllowed(http),
            { Headers: var headers } when IsFetchedElsewhere(headers) => AuthorisationPages.Problem(403, "Not for other pages", "Open this page by itself."),
            _ => await MakeAsync(http, target),
        };

        // Neither scripts nor pictures of another page may load what is shown here.
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        await page.WriteAsync(http);
    }

    // A person opens or follows a link (navigate); everything else that comes from elsewhere is a page that wants to know.
    private static bool IsFetchedElsewhere(IHeaderDictionary headers)
        => headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && headers["Sec-Fetch-Mode"].ToString() is not "navigate";

    private static HtmlPage NotAllowed(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, HEAD";
        return AuthorisationPages.Problem(405, "Method not allowed", "These pages can be read, nothing else.");
    }

    private async Task<HtmlPage> MakeAsync(HttpContext http, RequestTarget target)
    {
        string origin = $"{http.Request.Scheme}://{http.Request.Host.Value}";
        World world = _state.Read();
        return target.Path.TrimEnd('/').Split('/') switch
        {
            [""] => _home.Make(world, origin),
            ["", Workspaces, string name] when world.FindWorkspace(Decode(name)) is { } workspace => WorkspacePage.Make(world, workspace, _clock.GetUtcNow()),
            ["", Workspaces, string name, string slug] when world.FindRepository(Decode(name), Decode(slug)) is { } repository
                => await RepositoryPage.MakeAsync(repository, _clock.GetUtcNow(), http.RequestAborted),
            _ => AuthorisationPages.Problem(404, "Nothing here", "There is no such workspace or repository in this sandbox."),
        };
    }

    private static string Decode(string text) => PercentCoding.TryDecodeText(text, plusIsSpace: false, out string? value) ? value : "";
}
