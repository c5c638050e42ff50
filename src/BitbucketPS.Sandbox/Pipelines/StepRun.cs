namespace BitbucketPS.Sandbox;

/// <summary>What has become of a step by now.</summary>
/// <param name="Step">Which.</param>
/// <param name="State"><c>PENDING</c>, <c>IN_PROGRESS</c> or <c>COMPLETED</c>.</param>
/// <param name="Result"><c>SUCCESSFUL</c>, <c>FAILED</c>, <c>STOPPED</c> or <c>NOT_RUN</c> when it is completed; null before.</param>
internal sealed record StepRun(PipelineStep Step, string State, string? Result)
{
    public const string Pending = "PENDING";
    public const string InProgress = "IN_PROGRESS";
    public const string Completed = "COMPLETED";
    public const string Successful = "SUCCESSFUL";
    public const string Failed = "FAILED";
    public const string Stopped = "STOPPED";
    public const string NotRun = "NOT_RUN";

    public DateTimeOffset? StartedOn { get; init; }

    public DateTimeOffset? CompletedOn { get; init; }

    /// <summary>How many seconds it has run.</summary>
    public int Seconds { get; init; }
}
