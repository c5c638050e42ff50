using System.Globalization;
using System.Text.Json.Nodes;

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

    /// <summary>The world as it is; an operation that changes it does so through this view.</summary>
    public World World { get; }

    public Data Data => World.Data;

    public RequestTarget Target { get; }

    public QueryParameters Query { get; }

    /// <summary>What of the answer is wanted.</summary>
    public PartialAnswer Fields { get; }

    public required ApiOperation Operation { get; init; }

    public required SandboxOptions Options { get; init; }

    public TimeProvider Clock => Options.TimeProvider;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>The lists that a fault has made shorter.</summary>
    public required ShrunkenLists Shrunken { get; init; }

    /// <summary>Who asks; null for nobody in particular.</summary>
    public Credential? Credential { get; init; }

    /// <summary>What happens because of this request, for webhooks. Told to them when it has succeeded.</summary>
    public EventList Events { get; } = new();

    /// <summary>The JSON body, which fits its shape; null if there is none.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The JSON body as an object; empty if there is none.</summary>
    public JsonObject Json => Body as JsonObject ?? [];

    /// <summary>Addresses on the host that was asked, as Bitbucket answers them.</summary>
    public ApiLinks Links { get; }

    /// <summary>Ends when the client goes, unless the operation changes something: git that has moved has to be written down.</summary>
    public CancellationToken CancellationToken => Operation.Changes ? CancellationToken.None : Http.RequestAborted;

    /// <summary>The value of a placeholder of the path, decoded once.</summary>
    /// <exception cref="ApiException">400 if it is no percent-encoded UTF-8.</exception>
    public string Path(string name)
        => PercentCoding.TryDecodeText(_path[name], plusIsSpace: false, out string? value)
            ? value
            : throw new ApiException(400, $"The path is not valid percent-encoded UTF-8: {_path[name]}");

    /// <summary>The value of a placeholder of the path as it came.</summary>
    public string RawPath(string name) => _path[name];

    /// <summary>The value of a placeholder that holds a number; null if it holds none.</summary>
    public int? Number(string name)
        => int.TryParse(Path(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Whether who asks sees a repository.</summary>
    public bool Sees(HostedRepository repository) => AccessRules.LevelOf(Credential, repository) >= AccessLevel.Read;

    /// <summary>Whether who asks belongs to a workspace, or holds a token of all of it.</summary>
    public bool Sees(Workspace workspace)
        => Credential is { } credential && (credential.Reach?.Includes(workspace) ?? World.IsMember(workspace, credential.Account));

    /// <summary>Whether who asks may ask for the repositories of a workspace, of which they get those they see.</summary>
    public bool SeesInto(Workspace workspace)
        => Credential is { } credential && (credential.Reach?.Touches(workspace) ?? World.IsMember(workspace, credential.Account));

    /// <summary>Whether who asks may do everything in a workspace.</summary>
    public bool Administers(Workspace workspace)
        => Credential is { } credential && (credential.Reach?.Includes(workspace) ?? AccessRules.IsOwner(Data, workspace, credential.Account));

    /// <summary>What the asking account proved itself with.</summary>
    /// <exception cref="ApiException">401 if nobody in particular asks.</exception>
    public Credential RequireCredential()
        => Credential ?? throw ApiErrors.Unauthorized("You must be authenticated to access this resource.");

    /// <summary>Who asks.</summary>
    /// <exception cref="ApiException">401 if nobody in particular asks.</exception>
    public Account RequireAccount() => RequireCredential().Account;

    /// <summary>The workspace of the path, whoever asks.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public Workspace RequireWorkspace()
    {
        string name = Path("workspace");
        return World.FindWorkspace(name) ?? throw ApiErrors.NoSuchWorkspace(name);
    }

    /// <summary>The workspace of the path, for those who belong to it.</summary>
    /// <exception cref="ApiException">404 if there is none that who asks may see.</exception>
    public Workspace RequireOwnWorkspace()
    {
        Workspace workspace = RequireWorkspace();
        return SeesInto(workspace) ? workspace : throw ApiErrors.NoSuchWorkspace(Path("workspace"));
    }

    /// <summary>The workspace of the path, for those who administer it.</summary>
    /// <exception cref="ApiException">404 if there is none that who asks may see; 403 if they only see it.</exception>
    public Workspace RequireAdministeredWorkspace()
    {
        Workspace workspace = RequireOwnWorkspace();
        return Administers(workspace) ? workspace : throw ApiErrors.NoAdmin("workspace");
    }

    /// <summary>The repository of the path.</summary>
    /// <param name="level">What the operation does with it.</param>
    /// <exception cref="ApiException">
    /// 404 if there is none that who asks may see; 301 if it has another name now; 401 if nobody asks for a private one; 403 if they
    /// may not do this with it.
    /// </exception>
    public HostedRepository RequireRepository(AccessLevel level = AccessLevel.Read)
    {
        string workspace = Path("workspace");
        string slug = Path("repo_slug");
        HostedRepository? repository = World.FindRepository(workspace, slug);
        if (repository is not null && (repository.IsPrivate || level > AccessLevel.Read))
        {
            RequireCredential();
        }

        if (repository is null || !Sees(repository))
        {
            throw MovedRepository.Redirect(this) ?? ApiErrors.NoSuchRepository(workspace, slug);
        }

        return AccessRules.LevelOf(Credential, repository) >= level ? repository : throw ApiErrors.TooLittleAccess(level);
    }
}
