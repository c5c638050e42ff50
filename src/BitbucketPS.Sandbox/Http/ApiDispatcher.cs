using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Finds the operation of a request, checks all that can be checked before it, and runs it.</summary>
internal sealed class ApiDispatcher
{
    private static readonly ApiOperation[] s_operations =
    [
        .. UserOperations.All, .. WorkspaceOperations.All, .. RepositoryOperations.All,
        .. BranchOperations.All, .. Api1Operations.All,
    ];

    private readonly World _world;
    private readonly Authenticator _authenticator;
    private readonly TimeProvider _clock;

    public ApiDispatcher(World world, Authenticator authenticator, TimeProvider clock)
    {
        _world = world;
        _authenticator = authenticator;
        _clock = clock;
    }

    /// <summary>Answers a request with JSON, an error being JSON too.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target)
    {
        try
        {
            ApiAnswer answer = await RunAsync(http, target);
            await ApiWriter.WriteAsync(http, answer.Status, answer.Body);
        }
        catch (OAuthProblemException problem)
        {
            http.Response.Headers.WWWAuthenticate = $"{OAuthEndpoints.Challenge}, oauth_problem=\"{problem.Problem}\"";
            ApiException error = new(401, "The OAuth credentials of this request were not accepted.") { Detail = problem.Message };
            await ApiWriter.WriteErrorAsync(http, error);
        }
        catch (ApiException error)
        {
            await ApiWriter.WriteErrorAsync(http, error);
        }
    }

    private async Task<ApiAnswer> RunAsync(HttpContext http, RequestTarget target)
    {
        if (!target.IsWellFormed)
        {
            throw new ApiException(400, "Bad request") { Detail = "The path holds characters that must be percent-encoded." };
        }

        ApiOperation operation = Route(http.Request.Method, target.Path, out Dictionary<string, string> path);
        http.Response.Headers["X-Accepted-OAuth-Scopes"] = string.Join(", ", operation.Scopes);
        Credential? credential = await _authenticator.AuthenticateAsync(http.Request, target);
        if (credential is null && target.HasAccessToken())
        {
            throw ApiErrors.Unauthorized("An access token is accepted in the Authorization header only.");
        }

        Authorise(http.Response, operation, credential);
        ApiCall call = new(http, _world, target.WithoutProtocol(), path) { Clock = _clock, Credential = credential };
        RequireKnownQuery(operation, call.Query);
        return await operation.Handler(call);
    }

    private static ApiOperation Route(string method, string requestPath, out Dictionary<string, string> path)
    {
        path = [];
        List<ApiOperation> here = [];
        foreach (ApiOperation operation in s_operations)
        {
            if (operation.Match(requestPath) is { } values)
            {
                path = values;
                here.Add(operation);
            }
        }

        if (here.Count == 0)
        {
            throw Api1Operations.Owns(requestPath) ? Api1Operations.Removed() : ApiErrors.NoSuchUrl();
        }

        return here.Find(operation => string.Equals(operation.Method, method, StringComparison.Ordinal))
            ?? throw ApiErrors.MethodNotAllowed(here.Select(operation => operation.Method));
    }

    private static void Authorise(HttpResponse response, ApiOperation operation, Credential? credential)
    {
        if (credential is null)
        {
            if (operation.NeedsAccount)
            {
                throw ApiErrors.Unauthorized("You must be authenticated to access this resource.");
            }

            return;
        }

        response.Headers["X-Credential-Type"] = credential.Type;
        response.Headers["X-OAuth-Scopes"] = string.Join(", ", credential.Scopes);
        if (!operation.Scopes.All(scope => Scopes.Allow(credential.Scopes, scope)))
        {
            throw ApiErrors.MissingScope(operation.Scopes, credential.Scopes);
        }
    }

    private static void RequireKnownQuery(ApiOperation operation, QueryParameters query)
    {
        string[] unknown = [.. query.Names.Except(operation.QueryNames, StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            JsonObject fields = [];
            foreach (string name in unknown)
            {
                fields[name] = new JsonArray("This operation has no such parameter.");
            }

            throw new ApiException(400, "Bad request") { Fields = fields };
        }
    }
}
