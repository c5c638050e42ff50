using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Tells webhooks what happened, one after the other in the background. It sends to this machine only: nothing that a script tries
/// out here may reach anybody else.
/// </summary>
internal sealed class WebhookDeliveries : IAsyncDisposable
{
    private const int MostAttempts = 3;
    private const int MostKept = 1000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Channel<(Item Hook, HookEvent Event)> _queue = Channel.CreateBounded<(Item, HookEvent)>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = s_patience };
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly Queue<WebhookDelivery> _log = [];
    private readonly SandboxState _state;
    private readonly TimeProvider _clock;
    private readonly Task _work;

    public WebhookDeliveries(SandboxState state, EventBus events, TimeProvider clock)
    {
        _state = state;
        _clock = clock;
        events.Subscribe(Enqueue);
        _work = Task.Run(WorkAsync);
    }

    /// <summary>The last attempts, oldest first: a copy.</summary>
    public IReadOnlyList<WebhookDelivery> Log
    {
        get
        {
            lock (_lock)
            {
                return [.. _log];
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _http.Dispose();
        _stop.Dispose();
    }

    private void Enqueue(HookEvent happened)
    {
        foreach (Item hook in WebhookCollections.Of(_state.Read().Data, happened))
        {
            _queue.Writer.TryWrite((hook, happened));
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach ((Item hook, HookEvent happened) in _queue.Reader.ReadAllAsync(_stop.Token))
            {
                await DeliverAsync(hook, happened);
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops.
        }
    }

    private async Task DeliverAsync(Item hook, HookEvent happened)
    {
        byte[] body = Encoding.UTF8.GetBytes(happened.Payload.ToJsonString());
        string request = Guid.NewGuid().ToString();
        for (int attempt = 1; attempt <= MostAttempts; attempt++)
        {
            WebhookDelivery delivery = await TryAsync(hook, happened, body, request, attempt);
            Keep(delivery);

            // Who answered that it was wrong hears it again; a place that is no business of ours is not asked twice.
            if (delivery.Status is >= 200 and < 300 || (delivery.Status is null && string.Equals(delivery.Problem, NotHere, StringComparison.Ordinal)))
            {
                return;
            }
        }
    }

    private const string NotHere = "Refused: webhooks of the sandbox go to this machine only.";

    private async Task<WebhookDelivery> TryAsync(Item hook, HookEvent happened, byte[] body, string request, int attempt)
    {
        string url = hook.Text("url")!;
        WebhookDelivery delivery = new(_clock.GetUtcNow(), hook.Id, happened.Key, url, attempt, null, null);
        try
        {
            if (!await IsLoopbackAsync(new(url)))
            {
                return delivery with { Problem = NotHere };
            }

            using HttpRequestMessage message = Message(hook, happened, body, request, attempt);
            using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
            return delivery with { Status = (int)response.StatusCode };
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !_stop.IsCancellationRequested))
        {
            return delivery with { Problem = e.Message };
        }
    }

    // A name is looked up, and every address it has must be of this machine: what is connected to later is one of them.
    private async Task<bool> IsLoopbackAsync(Uri address)
    {
        try
        {
            IPAddress[] addresses = IPAddress.TryParse(address.DnsSafeHost, out IPAddress? literal)
                ? [literal]
                : address.Host is "localhost" ? await Dns.GetHostAddressesAsync(address.DnsSafeHost, _stop.Token) : [];
            return addresses.Length > 0 && addresses.All(IPAddress.IsLoopback);
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private static HttpRequestMessage Message(Item hook, HookEvent happened, byte[] body, string request, int attempt)
    {
        HttpRequestMessage message = new(HttpMethod.Post, hook.Text("url")) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new("application/json");
        message.Headers.UserAgent.ParseAdd("Bitbucket-Webhooks/2.0");
        message.Headers.Add("X-Event-Key", happened.Key);
        message.Headers.Add("X-Hook-UUID", hook.Id.Trim('{', '}'));
        message.Headers.Add("X-Request-UUID", request);
        message.Headers.Add("X-Attempt-Number", FormattableString.Invariant($"{attempt}"));
        if (hook.Text("secret") is { } secret)
        {
            byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);
            message.Headers.Add("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(hash)}");
        }

        return message;
    }

    private void Keep(WebhookDelivery delivery)
    {
        lock (_lock)
        {
            _log.Enqueue(delivery);
            if (_log.Count > MostKept)
            {
                _log.Dequeue();
            }
        }
    }
}
