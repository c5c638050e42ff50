namespace BitbucketPS.Sandbox;

/// <summary>Answers what <c>git clone</c>, <c>fetch</c> and <c>push</c> ask over HTTP.</summary>
internal sealed class GitEndpoint
{
    private readonly SandboxState _state;
    private readonly GitAuthenticator _authenticator;
    private readonly GitRunner _runner;

    public GitEndpoint(SandboxState state, CredentialStore credentials, EventBus events, TimeProvider clock)
    {
        _state = state;
        _authenticator = new(credentials);
        _runner = new(state, events, clock);
    }

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target, GitRoute route)
    {
        ForbidCaching(http.Response.Headers);
        try
        {
            GitService service = route.Service ?? AdvertisedService(target);
            RequireForm(http.Request, route.Service);
            Credential? credential = _authenticator.Authenticate(http.Request);
            HostedRepository repository = GitAccess.Require(Find(route), credential, service);
            await (route.Service is null
                ? GitRunner.AdvertiseAsync(http, repository, service)
                : _runner.ExchangeAsync(http, repository, credential, service));
        }
        catch (GitRefusal) when (http.Response.HasStarted)
        {
            // Too late for words: the client must not take what it has for the whole answer.
            http.Abort();
        }
        catch (GitRefusal refusal)
        {
            await refusal.WriteAsync(http);
        }
    }

    // A clone made before the repository was renamed goes on working.
    private HostedRepository? Find(GitRoute route)
    {
        World world = _state.Read();
        return world.FindRepository(route.Workspace, route.Slug) ?? MovedRepository.Find(world, route.Workspace, route.Slug);
    }

    // As git's own server says it: also to a proxy that knows HTTP/1.0 only.
    private static void ForbidCaching(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-cache, max-age=0, must-revalidate";
        headers.Pragma = "no-cache";
        headers.Expires = "Fri, 01 Jan 1980 00:00:00 GMT";
        headers.XContentTypeOptions = "nosniff";
    }

    private static GitService AdvertisedService(RequestTarget target)
    {
        string[] names = [.. target.Query.Split('&').Where(pair => pair.StartsWith("service=", StringComparison.Ordinal))];
        return (names.Length == 1 ? GitService.Find(names[0]["service=".Length..]) : null)
            ?? throw new GitRefusal(
                403, "The sandbox speaks git's smart HTTP protocol only. Use git 1.6.6 or later, without GIT_SMART_HTTP=0.");
    }

    // The media type also keeps web pages out: a browser asks before it sends one like this to another site.
    private static void RequireForm(HttpRequest request, GitService? service)
    {
        string method = service is null ? HttpMethods.Get : HttpMethods.Post;
        if (!string.Equals(request.Method, method, StringComparison.Ordinal))
        {
            throw new GitRefusal(405, "Method not allowed") { Allow = method };
        }

        string expected = $"application/x-{service?.Name}-request";
        if (service is not null && !string.Equals(request.ContentType, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new GitRefusal(415, $"The body of this request is {expected}.");
        }
    }
}
