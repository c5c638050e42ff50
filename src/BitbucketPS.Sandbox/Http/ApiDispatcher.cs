using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Finds the operation of a request, checks all that can be checked before it, and runs it.</summary>
internal sealed class ApiDispatcher
{
    private readonly SandboxState _state;
    private readonly Authenticator _authenticator;
    private readonly SandboxOptions _options;
    private readonly CommitCursors _cursors = new();

    public ApiDispatcher(SandboxState state, Authenticator authenticator, SandboxOptions options)
    {
        _state = state;
        _authenticator = authenticator;
        _options = options;
    }

    public required RequestLog Log { get; init; }

    public required RateLimiter RateLimiter { get; init; }

    public required ShrunkenLists Shrunken { get; init; }

    public required EventBus Events { get; init; }

    /// <summary>Answers a request with JSON, an error being JSON too.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target)
    {
        try
        {
            ApiAnswer answer = await RunAsync(http, target);
            await ApiWriter.WriteAsync(http, answer);
        }
        catch (OAuthProblemException problem)
        {
            http.Response.Headers.WWWAuthenticate = $"{OAuthEndpoints.Challenge}, oauth_problem=\"{problem.Problem}\"";
            ApiException error = new(401, "The OAuth credentials of this request were not accepted.") { Detail = problem.Message };
            await ApiWriter.WriteErrorAsync(http, error);
        }
        catch (RateLimitException error)
        {
            await RateLimiter.RejectAsync(http, error);
        }
        catch (ApiException error)
        {
            await ApiWriter.WriteErrorAsync(http, error);
        }
    }

    private async Task<ApiAnswer> RunAsync(HttpContext http, RequestTarget target)
    {
        ApiRoute route = new(http.Request.Method, target.Path);
        Credential? credential = await AdmitAsync(http, target, route);
        if (!target.IsWellFormed)
        {
            throw new ApiException(400, "Bad request") { Detail = "The path holds characters that must be percent-encoded." };
        }

        ApiOperation operation = route.RequireOperation();
        ApiAuthorisation.Require(operation, credential);
        RequestTarget plain = target.WithoutProtocol();
        QueryCheck.Require(operation, QueryParameters.Parse(plain.Query));
        JsonNode? body = await JsonBody.ReadAsync(http.Request, operation, http.RequestAborted);
        if (operation.Changes)
        {
            await http.Request.BufferAsync(http.RequestAborted);
        }

        ApiCall Call(World world) => new(http, world, plain, route.Values)
        {
            Operation = operation,
            Options = _options,
            Credential = credential,
            Shrunken = Shrunken,
            Cursors = _cursors,
            Body = body,
        };
        return await RunAsync(operation, Call, target);
    }

    private async Task<ApiAnswer> RunAsync(ApiOperation operation, Func<World, ApiCall> makeCall, RequestTarget target)
    {
        Func<ApiCall, Task<ApiAnswer>> handler = operation.Handler!;
        ApiCall? call = null;
        ApiAnswer answer;
        if (operation.Changes)
        {
            // The client may go, the change stays whole: nothing in it is cut off by that.
            answer = await _state.ChangeAsync(world => ChangeAsync(call = makeCall(world), handler), CancellationToken.None);
            Log.AddWrite(operation.Method, target, answer.Status);
            Events.Publish(call!.Events.All);
        }
        else
        {
            answer = await handler(call = makeCall(_state.Read()));
        }

        if (answer.Body is JsonObject json)
        {
            call!.Fields.Prune(json);
        }

        return answer;
    }

    private static async Task<ApiAnswer> ChangeAsync(ApiCall call, Func<ApiCall, Task<ApiAnswer>> handler)
    {
        HostedRepository? repository = call.Operation.Template.Contains("/{repo_slug}", StringComparison.Ordinal)
            ? call.World.FindRepository(call.Path("workspace"), call.Path("repo_slug"))
            : null;
        if (repository is not null)
        {
            await ScheduledRuns.KeepAsync(repository, call.Now);
        }

        if (repository is null || call.Credential is null || !PushNotes.AreDueAfter(call.Operation))
        {
            return await handler(call);
        }

        RefList before = await repository.Git.ReadRefsAsync(CancellationToken.None);
        ApiAnswer answer = await handler(call);
        await PushNotes.NoteAsync(repository, before, call.Credential.Account, call.Links, call.Events, call.Now);
        return answer;
    }

    // Finds out who asks, and whether they may ask any more.
    private async Task<Credential?> AdmitAsync(HttpContext http, RequestTarget target, ApiRoute route)
    {
        // Said before anything is checked, so that errors say it too.
        Describe(http.Response, route.Scopes, credential: null);
        RequestLogEntry? entry = RequestLogEntry.Of(http);
        entry?.Operation = route.Name;
        Credential? credential = route.IsOfApi ? await _authenticator.AuthenticateAsync(http.Request, target) : null;
        if (credential is null && target.HasAccessToken())
        {
            throw ApiErrors.Unauthorized("An access token is accepted in the Authorization header only.");
        }

        entry?.Account = credential?.Account;
        Describe(http.Response, route.Scopes, credential);
        if (target.IsOfApi)
        {
            RateLimiter.Admit(http, target, credential);
        }

        return credential;
    }

    private static void Describe(HttpResponse response, RequiredScopes required, Credential? credential)
    {
        response.Headers["X-Accepted-OAuth-Scopes"] = string.Join(", ", required.For(credential));
        if (credential is not null)
        {
            response.Headers["X-Credential-Type"] = credential.Type;
            response.Headers["X-OAuth-Scopes"] = string.Join(", ", credential.Scopes);
        }
    }
}
