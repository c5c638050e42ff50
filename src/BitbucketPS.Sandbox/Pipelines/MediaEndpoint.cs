namespace BitbucketPS.Sandbox;

/// <summary>The store that logs and caches lie in: another service than the API, with credentials of its own in its addresses.</summary>
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
            await ApiWriter.WriteAsync(http, ByteAnswer.Of(http.Request, Read(http.Request, target)));
        }
        catch (ApiException error)
        {
            await ApiWriter.WriteErrorAsync(http, error);
        }
    }

    private byte[] Read(HttpRequest request, RequestTarget target)
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

        return Find([.. target.Path[MediaLink.Prefix.Length..].Split('/').Select(part => Guid.TryParse(part, out Guid id) ? id.ToString("B") : part)])
            ?? throw ApiErrors.NotFound("File");
    }

    private byte[]? Find(string[] path)
    {
        Data data = _state.Read().Data;
        return path switch
        {
            ["logs", string repository, string pipeline, string step] => FindLog(data.Find<Pipeline>(pipeline, repository), step),
            ["caches", string repository, string cache] => data.Find<Item>(cache, CacheCollection.Items.KeyOf(repository)) is { } item ? CacheCollection.Content(item) : null,
            _ => null,
        };
    }

    private byte[]? FindLog(Pipeline? pipeline, string uuid)
    {
        PipelineRun? run = pipeline is null ? null : new(pipeline, _clock.GetUtcNow());
        StepRun? step = run?.Steps.FirstOrDefault(step => string.Equals(step.Step.Uuid, uuid, StringComparison.OrdinalIgnoreCase));
        return step is null ? null : StepLog.Write(run!, step);
    }
}
