namespace BitbucketPS.Sandbox;

/// <summary>The store that logs, caches and downloads lie in: another service than the API, with credentials of its own in its addresses.</summary>
internal sealed class MediaEndpoint
{
    private readonly SandboxState _state;
    private readonly TimeProvider _clock;

    public MediaEndpoint(SandboxState state, TimeProvider clock)
    {
        _state = state;
        _clock = clock;
    }

    /// <summary>Answers a request for a file.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target)
    {
        try
        {
            await ApiWriter.WriteAsync(http, ByteAnswer.Of(http.Request, await ReadAsync(http.Request, target)));
        }
        catch (ApiException error)
        {
            await ApiWriter.WriteErrorAsync(http, error);
        }
    }

    private async Task<byte[]> ReadAsync(HttpRequest request, RequestTarget target)
    {
        // Its address is the credential already: clients that pass on that of the API are refused, as S3 refuses them.
        if (request.Headers.Authorization.Count > 0)
        {
            throw new ApiException(400, "Only one auth mechanism allowed");
        }

        if (!HttpMethods.IsGet(request.Method))
        {
            throw ApiErrors.MethodNotAllowed(["GET"]);
        }

        if (!MediaLink.IsGood(target.Path, QueryParameters.Parse(target.Query), _clock.GetUtcNow()))
        {
            throw new ApiException(403, "Request has expired, or is not signed");
        }

        return await FindAsync([.. target.Path[MediaLink.Prefix.Length..].Split('/').Select(part => Guid.TryParse(part, out Guid id) ? id.ToString("B") : part)], request.HttpContext.RequestAborted)
            ?? throw ApiErrors.NotFound("File");
    }

    private async Task<byte[]?> FindAsync(string[] path, CancellationToken cancellationToken)
    {
        World world = _state.Read();
        Data data = world.Data;
        return path switch
        {
            ["logs", string repository, string pipeline, string step] => await FindLogAsync(world.FindRepository(repository), pipeline, step, cancellationToken),
            ["caches", string repository, string cache] => data.Find<Item>(cache, CacheCollection.Items.KeyOf(repository)) is { } item ? CacheCollection.Content(item) : null,
            ["downloads", string repository, string file] => await DownloadOperations.ReadAsync(world, repository, file, cancellationToken),
            _ => null,
        };
    }

    private async Task<byte[]?> FindLogAsync(HostedRepository? repository, string pipeline, string uuid, CancellationToken cancellationToken)
    {
        PipelineRun? run = repository is null ? null : await PipelineBook.FindAsync(repository, pipeline, _clock.GetUtcNow(), cancellationToken);
        StepRun? step = run?.Steps.FirstOrDefault(step => string.Equals(step.Step.Uuid, uuid, StringComparison.OrdinalIgnoreCase));
        return step is null ? null : StepLog.Write(run!, step);
    }
}
