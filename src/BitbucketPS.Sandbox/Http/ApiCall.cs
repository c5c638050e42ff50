namespace BitbucketPS.Sandbox;

/// <summary>One request to the API, read, authenticated and checked.</summary>
internal sealed class ApiCall
{
    private readonly IReadOnlyDictionary<string, string> _path;

    public ApiCall(HttpContext http, World world, RequestTarget target, IReadOnlyDictionary<string, string> path)
    {
        Http = http;
        World = world;
        Target = target;
        _path = path;
        Query = QueryParameters.Parse(target.Query);
        Fields = PartialAnswer.Parse(Query[PartialAnswer.Parameter]);
        Links = new($"{http.Request.Scheme}://{http.Request.Host.Value}");
    }

    public HttpContext Http { get; }

    public World World { get; }

    public RequestTarget Target { get; }

    public QueryParameters Query { get; }

    /// <summary>What of the answer is wanted.</summary>
    public PartialAnswer Fields { get; }

    public required SandboxOptions Options { get; init; }

    public TimeProvider Clock => Options.TimeProvider;

    /// <summary>The lists that a fault has made shorter.</summary>
    public required ShrunkenLists Shrunken { get; init; }

    /// <summary>Who asks; null for nobody in particular.</summary>
    public Credential? Credential { get; init; }

    /// <summary>Addresses on the host that was asked, as Bitbucket answers them.</summary>
    public ApiLinks Links { get; }

    public CancellationToken CancellationToken => Http.RequestAborted;

    /// <summary>The value of a placeholder of the path, decoded once.</summary>
    /// <exception cref="ApiException">400 if it is no percent-encoded UTF-8.</exception>
    public string Path(string name)
        => PercentCoding.TryDecodeText(_path[name], plusIsSpace: false, out string? value)
            ? value
            : throw new ApiException(400, $"The path is not valid percent-encoded UTF-8: {_path[name]}");

    /// <summary>Whether who asks sees a repository.</summary>
    public bool Sees(HostedRepository repository) => Credential?.Sees(repository) ?? !repository.IsPrivate;

    /// <summary>What the asking account proved itself with.</summary>
    /// <exception cref="ApiException">401 if nobody in particular asks.</exception>
    public Credential RequireCredential()
        => Credential ?? throw ApiErrors.Unauthorized("You must be authenticated to access this resource.");

    /// <summary>The workspace of the path.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public Workspace RequireWorkspace()
    {
        string name = Path("workspace");
        return World.FindWorkspace(name) ?? throw ApiErrors.NoSuchWorkspace(name);
    }

    /// <summary>The repository of the path.</summary>
    /// <exception cref="ApiException">404 if there is none the asking person may see; 401 if nobody asks.</exception>
    public HostedRepository RequireRepository()
    {
        string workspace = Path("workspace");
        string slug = Path("repo_slug");
        HostedRepository? repository = World.FindRepository(workspace, slug);
        if (repository is not null && repository.IsPrivate)
        {
            RequireCredential();
        }

        return repository is not null && Sees(repository)
            ? repository
            : throw ApiErrors.NoSuchRepository(workspace, slug);
    }

    /// <summary>The repository of the path, for an operation that changes it.</summary>
    /// <exception cref="ApiException">As <see cref="RequireRepository"/>; 401 and 403 if it is public.</exception>
    public HostedRepository RequireWritableRepository()
    {
        HostedRepository repository = RequireRepository();
        return RequireCredential().IsMemberOf(repository)
            ? repository
            : throw new ApiException(403, "Your account does not have write access to this repository.");
    }
}
