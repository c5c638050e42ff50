using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about pipelines.</summary>
internal static class PipelineOperations
{
    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/pipelines", ListAsync);
        handlers.Add("POST ~/pipelines", StartAsync);
        handlers.Add("GET ~/pipelines/{pipeline_uuid}", GetAsync);
        handlers.Add("POST ~/pipelines/{pipeline_uuid}/stopPipeline", StopAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        IReadOnlyList<Pipeline> all = await PipelineBook.ReadAsync(call, repository);
        IEnumerable<PipelineRun> wanted = PipelineFilter.Apply(call, all.Select(pipeline => new PipelineRun(pipeline, call.Now)));
        IEnumerable<Lazy<JsonObject>> items = wanted.Select(run => new Lazy<JsonObject>(() => PipelineJson.Full(run, repository, call)));
        return ApiAnswer.Ok(PipelinePages.OfPipelines(call, [.. items]));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        return ApiAnswer.Ok(PipelineJson.Full(await PipelineBook.RequireAsync(call, repository), repository, call));
    }

    private static async Task<ApiAnswer> StartAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        if (!PipelineSettings.Of(call.Data, repository).IsEnabled)
        {
            throw PipelineErrors.BadRequest($"Pipelines is not enabled for {repository.FullName}.");
        }

        JsonObject json = call.Json["target"] as JsonObject ?? throw PipelineErrors.BadRequest("A pipeline needs a target.");
        (PipelineTarget target, PipelineFile file) = await new PipelineTargetReader(repository, json, call.CancellationToken).ReadAsync();
        PipelineStart start = new(repository, target, file)
        {
            CreatorUuid = call.RequireAccount().Uuid,
            CreatedOn = call.Now,
            Variables = ReadVariables(call.Json),
        };
        Pipeline pipeline = PipelineBook.Add(call.Data, repository, start.ToPipeline());
        start.MakeEnvironments(pipeline);
        return ApiAnswer.Created(PipelineJson.Full(new(pipeline, call.Now), repository, call));
    }

    private static Dictionary<string, string> ReadVariables(JsonObject body)
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        foreach (JsonObject variable in (body["variables"] as JsonArray ?? []).OfType<JsonObject>())
        {
            string? key = variable.Text("key");
            VariableCollections.RequireName(key);
            if (!variables.TryAdd(key!, variable.Text("value") ?? throw PipelineErrors.BadRequest($"The variable {key} needs a value.")))
            {
                throw PipelineErrors.BadRequest($"The variable {key} is given twice.");
            }
        }

        return variables;
    }

    private static async Task<ApiAnswer> StopAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Write);
        PipelineRun run = await PipelineBook.RequireAsync(call, repository);
        if (run.State is StepRun.Completed)
        {
            throw PipelineErrors.BadRequest($"Pipeline {run.Pipeline.Uuid} is completed already.");
        }

        Pipeline stopped = call.Data.Put(run.Pipeline with { StoppedOn = call.Now, StoppedBy = call.RequireAccount().Uuid }, repository.Uuid);
        call.Events.AddWhole("pipeline:span_created", repository, PipelineSpan.ToJson(new(stopped, call.Now), repository));
        return ApiAnswer.NoContent;
    }
}
