namespace BitbucketPS.Sandbox;

/// <summary>
/// A pipeline as it was started. Nothing in it changes as it runs: what has become of it by now is computed by
/// <see cref="PipelineRun"/>.
/// </summary>
/// <param name="Uuid">In braces.</param>
/// <param name="BuildNumber">From 1 in each repository.</param>
internal sealed record Pipeline(string Uuid, int BuildNumber) : IEntity
{
    /// <inheritdoc/>
    public string Id => Uuid;

    /// <summary>The UUID of who started it.</summary>
    public required string CreatorUuid { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    public required PipelineTarget Target { get; init; }

    /// <summary><c>MANUAL</c>, <c>PUSH</c> or <c>SCHEDULED</c>.</summary>
    public string Trigger { get; init; } = "MANUAL";

    public IReadOnlyList<PipelineStep> Steps { get; init; } = [];

    /// <summary>Whether variables came with the request. They are never told.</summary>
    public bool HasVariables { get; init; }

    /// <summary>Why nothing could run at all; null if it could.</summary>
    public string? Error { get; init; }

    /// <summary>When it was stopped by hand.</summary>
    public DateTimeOffset? StoppedOn { get; init; }

    /// <summary>The UUID of who stopped it.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>The schedule that started it.</summary>
    public string? ScheduleUuid { get; init; }
}
