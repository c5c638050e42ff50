using System.Net.Sockets;

namespace BitbucketPS.Sandbox;

/// <summary>The faults of a good answer on its way.</summary>
internal static class TransferFaults
{
    private const int TooMuch = 100;

    public static FaultEffect[] All { get; } =
    [
        new(SandboxFaultKind.SlowDrip, BendsAnswer: true, DripAsync),
        new(SandboxFaultKind.Stall, BendsAnswer: true, StallAsync),
        new(SandboxFaultKind.TruncatedJson, BendsAnswer: true, call => call.SendAsync(Half(call))),
        new(SandboxFaultKind.ResetMidBody, BendsAnswer: true, ResetAsync),
        new(SandboxFaultKind.WrongContentLength, BendsAnswer: true, PromiseAsync),
    ];

    private static async Task DripAsync(FaultCall call)
    {
        CancellationToken aborted = call.Http.RequestAborted;
        call.Response.ContentLength = call.Body.Length;
        await call.Response.Body.FlushAsync(aborted);
        for (int i = 0; i < call.Body.Length; i++)
        {
            await Task.Delay(call.Fault.Delay, call.Clock, aborted);
            await call.Response.Body.WriteAsync(call.Body.AsMemory(i, 1), aborted);
            await call.Response.Body.FlushAsync(aborted);
        }
    }

    private static async Task StallAsync(FaultCall call)
    {
        call.Response.ContentLength = call.Body.Length;
        await call.Response.Body.WriteAsync(Half(call), call.Http.RequestAborted);
        await call.Response.Body.FlushAsync(call.Http.RequestAborted);
        await call.StallAsync();
    }

    private static async Task ResetAsync(FaultCall call)
    {
        await RawAnswer.SendAsync(call, call.Body.Length, Half(call));
        call.Http.Abort();
    }

    private static async Task PromiseAsync(FaultCall call)
    {
        Socket socket = await RawAnswer.SendAsync(call, call.Body.Length + TooMuch, call.Body);
        socket.Shutdown(SocketShutdown.Send);
        call.Http.Abort();
    }

    private static ReadOnlyMemory<byte> Half(FaultCall call) => call.Body.AsMemory(0, call.Body.Length / 2);
}
