namespace BitbucketPS.Benchmarks.Trials;

/// <summary>Something that is measured, and judged.</summary>
internal abstract class Trial
{
    /// <summary>All trials.</summary>
    public static IReadOnlyList<Trial> All { get; } =
        [new RequestsTrial(), new PipelineTrial(), new FirstTrial(), new StreamTrial(), new SandboxTrial()];

    /// <summary>The word that starts it.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>Measures, prints, and judges.</summary>
    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(TrialOptions options);
}
