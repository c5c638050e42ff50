using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>A request that is to go wrong, and the answer that is there to be spoiled.</summary>
internal sealed class FaultCall
{
    public required HttpContext Http { get; init; }

    public required RequestTarget Target { get; init; }

    public required SandboxFault Fault { get; init; }

    public required TimeProvider Clock { get; init; }

    public required RequestLogEntry LogEntry { get; init; }

    public required ShrunkenLists Lists { get; init; }

    /// <summary>The body of the answer, of which the response has status and headers; empty if the fault makes its own.</summary>
    public required byte[] Body { get; init; }

    public HttpResponse Response => Http.Response;

    /// <summary>The date as the answers of the server have it.</summary>
    public string Date => Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);

    public string Origin => $"{Http.Request.Scheme}://{Http.Request.Host.Value}";

    /// <summary>Sends a body with the headers that are there.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> body)
    {
        Response.ContentLength = body.Length;
        await Response.Body.WriteAsync(body, Http.RequestAborted);
    }

    /// <summary>Forgets what there is of an answer and begins another one.</summary>
    public void Begin(int status, string? contentType)
    {
        Response.Clear();
        Response.StatusCode = status;
        Response.ContentType = contentType;
    }

    /// <summary>Does nothing until the client goes away or the server stops.</summary>
    public async Task StallAsync()
    {
        CancellationToken stopping = Http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Http.RequestAborted, stopping);
        TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (end.Token.Register(gone.SetResult))
        {
            await gone.Task;
        }

        Http.Abort();
    }
}
