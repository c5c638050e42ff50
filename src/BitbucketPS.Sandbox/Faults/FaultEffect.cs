namespace BitbucketPS.Sandbox;

/// <summary>What a kind of fault does.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="BendsAnswer">Whether it needs an answer to spoil; the others make their own.</param>
/// <param name="ApplyAsync">Answers the request, or does not.</param>
internal sealed record FaultEffect(SandboxFaultKind Kind, bool BendsAnswer, Func<FaultCall, Task> ApplyAsync)
{
    private static readonly Dictionary<SandboxFaultKind, FaultEffect> s_effects =
        new FaultEffect[][] { SilenceFaults.All, TransferFaults.All, LabelFaults.All, InsteadFaults.All, MeasureFaults.All, ListFaults.All }
            .SelectMany(effects => effects)
            .ToDictionary(effect => effect.Kind);

    public static FaultEffect Of(SandboxFaultKind kind) => s_effects[kind];
}
