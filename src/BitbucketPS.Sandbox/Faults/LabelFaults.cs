namespace BitbucketPS.Sandbox;

/// <summary>The faults of a good answer that is said to be something else.</summary>
internal static class LabelFaults
{
    public static FaultEffect[] All { get; } =
    [
        new(SandboxFaultKind.WrongContentType, BendsAnswer: true, call => SendAsync(call, "text/html; charset=utf-8")),
        new(SandboxFaultKind.EmptyContentType, BendsAnswer: true, call => SendAsync(call, contentType: null)),
    ];

    private static Task SendAsync(FaultCall call, string? contentType)
    {
        call.Response.ContentType = contentType;
        return call.SendAsync(call.Body);
    }
}
