namespace BitbucketPS.Sandbox;

/// <summary>What has become of a pipeline by now: a function of how it was started, when it was stopped, and the time.</summary>
internal sealed class PipelineRun
{
    private readonly DateTimeOffset _now;
    private readonly DateTimeOffset _until;

    public PipelineRun(Pipeline pipeline, DateTimeOffset now)
    {
        Pipeline = pipeline;
        _now = now;
        _until = pipeline.StoppedOn is { } stopped && stopped < now ? stopped : now;
        Steps = [.. pipeline.Steps.Select(Of)];
    }

    public Pipeline Pipeline { get; }

    public IReadOnlyList<StepRun> Steps { get; }

    /// <summary><c>PENDING</c>, <c>IN_PROGRESS</c> or <c>COMPLETED</c>.</summary>
    public string State
        => Result is not null ? StepRun.Completed
            : Elapsed < PipelinePlan.FirstStart && !IsPaused ? StepRun.Pending
            : StepRun.InProgress;

    /// <summary>How it ended: <c>SUCCESSFUL</c>, <c>FAILED</c>, <c>STOPPED</c> or <c>ERROR</c>; null if it has not.</summary>
    public string? Result
    {
        get
        {
            if (Pipeline.Error is not null)
            {
                return "ERROR";
            }

            if (Pipeline.StoppedOn is not null)
            {
                return StepRun.Stopped;
            }

            if (Elapsed < LastEnd || HasManual)
            {
                return null;
            }

            return Pipeline.Steps.Any(step => step.Fails) ? StepRun.Failed : StepRun.Successful;
        }
    }

    /// <summary>Whether nothing goes on until a person starts the next step.</summary>
    public bool IsPaused => Pipeline is { Error: null, StoppedOn: null } && HasManual && Elapsed >= LastEnd;

    public DateTimeOffset? CompletedOn
        => Pipeline.Error is not null ? Pipeline.CreatedOn
            : Pipeline.StoppedOn ?? (Result is null ? null : Pipeline.CreatedOn.AddSeconds(LastEnd));

    /// <summary>How many seconds it has run.</summary>
    public int Seconds => Math.Max(0, (int)((CompletedOn ?? _now) - Pipeline.CreatedOn).TotalSeconds);

    /// <summary>The state as the filter of the list names it.</summary>
    public string Status => Result switch
    {
        null when State is StepRun.Pending => StepRun.Pending,
        null => IsPaused ? "PAUSED" : "BUILDING",
        StepRun.Successful => "PASSED",
        _ => Result,
    };

    private double Elapsed => (_until - Pipeline.CreatedOn).TotalSeconds;

    private int LastEnd => Pipeline.Steps.Select(step => step.End ?? 0).Prepend(0).Max();

    // A failure before it takes the waiting away.
    private bool HasManual => Pipeline.Steps.Any(step => step is { IsManual: true, Start: null }) && !Pipeline.Steps.Any(step => step.Fails);

    private StepRun Of(PipelineStep step)
    {
        bool isOver = Pipeline.StoppedOn is not null;
        if (step.Start is not { } start || Elapsed < start)
        {
            bool willNotRun = isOver || (step.Start is null && !HasManual && Elapsed >= LastEnd);
            return willNotRun ? new(step, StepRun.Completed, StepRun.NotRun) : new(step, StepRun.Pending, Result: null);
        }

        DateTimeOffset began = Pipeline.CreatedOn.AddSeconds(start);
        StepRun run = new(step, StepRun.InProgress, Result: null) { StartedOn = began };
        if (Elapsed >= step.End)
        {
            string result = step.Fails ? StepRun.Failed : StepRun.Successful;
            return run with { State = StepRun.Completed, Result = result, CompletedOn = began.AddSeconds(step.Seconds), Seconds = step.Seconds };
        }

        int seconds = (int)(Elapsed - start);
        return isOver
            ? run with { State = StepRun.Completed, Result = StepRun.Stopped, CompletedOn = Pipeline.StoppedOn, Seconds = seconds }
            : run with { Seconds = seconds };
    }
}
