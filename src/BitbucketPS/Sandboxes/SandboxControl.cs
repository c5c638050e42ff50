using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;

namespace BitbucketPS;

/// <summary>The part of a sandbox's control API that holds and ends it.</summary>
internal static class SandboxControl
{
    // It answers these at once, however slow its API is told to be.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    // No proxy: it is this machine. The client of the module is not used, since none of its retries would do any good here.
    private static readonly HttpMessageInvoker s_http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ResponseDrainTimeout = TimeSpan.Zero,
    });

    /// <summary>How many hold it; null if nobody answers there, or another than this sandbox.</summary>
    /// <exception cref="TimeoutException">There is no answer: it may be there and too busy.</exception>
    public static async Task<int?> CountLeasesAsync(SandboxEntry sandbox, CancellationToken cancellationToken)
        => await AskAsync(sandbox, HttpMethod.Get, "process", cancellationToken).ConfigureAwait(false) is { } answer
            && answer.TryGetProperty("processId", out JsonElement process) && process.GetInt32() == sandbox.ProcessId
            && answer.TryGetProperty("leases", out JsonElement leases)
                ? leases.GetInt32()
                : null;

    /// <summary>Takes a lease: the answer, which has to stay open; null if there is none to be had.</summary>
    /// <exception cref="TimeoutException">There is no answer.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "What is not disposed here is the caller's.")]
    public static async Task<HttpResponseMessage?> TakeLeaseAsync(SandboxEntry sandbox, CancellationToken cancellationToken)
    {
        HttpResponseMessage? answer = await SendAsync(sandbox, HttpMethod.Get, "lease", cancellationToken).ConfigureAwait(false);
        if (answer is { StatusCode: not HttpStatusCode.OK })
        {
            answer.Dispose();
            return null;
        }

        return answer;
    }

    /// <summary>Gives a lease back; true if the sandbox ends for it.</summary>
    /// <exception cref="TimeoutException">There is no answer.</exception>
    public static async Task<bool> ReturnLeaseAsync(SandboxEntry sandbox, string id, CancellationToken cancellationToken)
        => await AskAsync(sandbox, HttpMethod.Delete, $"lease?id={Uri.EscapeDataString(id)}", cancellationToken).ConfigureAwait(false) is { } answer
            && answer.TryGetProperty("ends", out JsonElement ends) && ends.ValueKind is JsonValueKind.True;

    /// <summary>Tells it to end; false if nobody answers there, or another than this sandbox.</summary>
    /// <exception cref="TimeoutException">There is no answer.</exception>
    public static async Task<bool> StopAsync(SandboxEntry sandbox, CancellationToken cancellationToken)
        => await AskAsync(sandbox, HttpMethod.Post, "stop", cancellationToken).ConfigureAwait(false) is not null;

    private static async Task<JsonElement?> AskAsync(SandboxEntry sandbox, HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using HttpResponseMessage? response = await SendAsync(sandbox, method, path, cancellationToken).ConfigureAwait(false);
        if (response is not { IsSuccessStatusCode: true })
        {
            return null;
        }

        try
        {
            string text = await response.Content.ReadAsStringAsync(cancellationToken).WaitAsync(s_patience, cancellationToken).ConfigureAwait(false);
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }

    // HttpMessageInvoker ends with the headers of the answer, as a lease needs it.
    private static async Task<HttpResponseMessage?> SendAsync(SandboxEntry sandbox, HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(method, new Uri(sandbox.BaseUri, $"/_sandbox/{path}"));
        request.Headers.Add("X-Sandbox-Secret", sandbox.ControlSecret);
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(s_patience);
        try
        {
            return await s_http.SendAsync(request, deadline.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer from {sandbox}.", e);
        }
    }
}
