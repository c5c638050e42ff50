namespace BitbucketPS.Sandbox;

/// <summary>The pipelines of a repository, whose UUID owns them.</summary>
internal static class PipelineBook
{
    private const string Count = "pipelines";

    /// <summary>The number of the last pipeline.</summary>
    public static int LastNumber(Data data, HostedRepository repository) => data.Find<Counter>(Count, repository.Uuid)?.Value ?? 0;

    /// <summary>Lets the numbers go on after this one.</summary>
    public static void SetLastNumber(Data data, HostedRepository repository, int number) => data.Put(new Counter(Count, number), repository.Uuid);

    /// <summary>Remembers a new pipeline under the next number.</summary>
    public static Pipeline Add(Data data, HostedRepository repository, Pipeline pipeline)
        => data.Put(pipeline with { BuildNumber = data.Next(Count, repository.Uuid) }, repository.Uuid);

    /// <summary>All pipelines, oldest first, with those that schedules have started by now.</summary>
    public static async Task<IReadOnlyList<Pipeline>> ReadAsync(ApiCall call, HostedRepository repository)
        => [.. call.Data.All<Pipeline>(repository.Uuid), .. await ScheduledRuns.FindDueAsync(repository, call.Now, call.CancellationToken)];

    /// <summary>The pipeline of the path.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public static async Task<PipelineRun> RequireAsync(ApiCall call, HostedRepository repository)
    {
        string uuid = call.Path("pipeline_uuid");
        return await FindAsync(repository, uuid, call.Now, call.CancellationToken) ?? throw PipelineErrors.NotFound($"Pipeline {uuid}");
    }

    /// <summary>A pipeline as it is at a time, or null.</summary>
    public static async Task<PipelineRun?> FindAsync(HostedRepository repository, string uuid, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Pipeline? pipeline = repository.World.Data.Find<Pipeline>(uuid, repository.Uuid)
            ?? (await ScheduledRuns.FindDueAsync(repository, now, cancellationToken))
                .FirstOrDefault(due => string.Equals(due.Uuid, uuid, StringComparison.OrdinalIgnoreCase));
        return pipeline is null ? null : new(pipeline, now);
    }

    /// <summary>The step of the path.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public static async Task<(PipelineRun Pipeline, StepRun Step)> RequireStepAsync(ApiCall call, HostedRepository repository)
    {
        PipelineRun run = await RequireAsync(call, repository);
        string uuid = call.Path("step_uuid");
        StepRun? step = run.Steps.FirstOrDefault(step => string.Equals(step.Step.Uuid, uuid, StringComparison.OrdinalIgnoreCase));
        return (run, step ?? throw PipelineErrors.NotFound($"Step {uuid}"));
    }
}
