namespace BitbucketPS.Sandbox;

/// <summary>The faults without an answer.</summary>
internal static class SilenceFaults
{
    public static FaultEffect[] All { get; } =
    [
        new(SandboxFaultKind.Reset, BendsAnswer: false, Reset),
        new(SandboxFaultKind.StallBeforeAnswer, BendsAnswer: false, StallAsync),
    ];

    private static Task Reset(FaultCall call)
    {
        call.LogEntry.Write(0);
        call.Http.Abort();
        return Task.CompletedTask;
    }

    private static Task StallAsync(FaultCall call)
    {
        // Now, since whoever waits for a client to give up asks the log before it has.
        call.LogEntry.Write(0);
        return call.StallAsync();
    }
}
