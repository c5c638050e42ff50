using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Decides which requests go wrong, and whether they are carried out.</summary>
internal sealed class FaultInjector
{
    private const string StandIn =
        """{"type":"stand-in","values":[],"pagelen":10,"message":"A fault made this up; nothing was carried out."}""";

    private readonly SandboxFaults _faults;
    private readonly TimeProvider _clock;

    public FaultInjector(SandboxFaults faults, TimeProvider clock)
    {
        _faults = faults;
        _clock = clock;
    }

    /// <summary>Answers a request, for better or worse.</summary>
    /// <param name="http">The request.</param>
    /// <param name="target">Its target as it was sent.</param>
    /// <param name="entry">Its place in the log, for answers that the server below does not see.</param>
    /// <param name="work">Carries it out and answers it.</param>
    public async Task HandleAsync(HttpContext http, RequestTarget target, RequestLogEntry entry, Func<Task> work)
    {
        if (_faults.Strike(http.Request.Method, target) is not { } fault)
        {
            await work();
            return;
        }

        entry.Problem = $"A fault was asked for: {FaultArgument.NameOf(fault.Kind)}";
        FaultEffect effect = FaultEffect.Of(fault.Kind);
        bool reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        byte[] body = fault.AfterTheWork || (effect.BendsAnswer && reads) ? await CaptureAsync(http, work) : [];
        if (effect.BendsAnswer && body.Length == 0)
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
            http.Response.ContentType = ApiWriter.ContentType;
            body = Encoding.UTF8.GetBytes(StandIn);
        }

        await effect.ApplyAsync(new()
        {
            Http = http,
            Target = target,
            Fault = fault,
            Clock = _clock,
            LogEntry = entry,
            Lists = _faults.Lists,
            Body = body,
        });
    }

    // The status and the headers stay with the response, which has not begun.
    private static async Task<byte[]> CaptureAsync(HttpContext http, Func<Task> work)
    {
        Stream connection = http.Response.Body;
        using MemoryStream captured = new();
        http.Response.Body = captured;
        try
        {
            await work();
        }
        finally
        {
            http.Response.Body = connection;
        }

        return captured.ToArray();
    }
}
