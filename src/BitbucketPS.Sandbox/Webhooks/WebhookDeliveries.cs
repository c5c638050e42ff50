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

    private readonly Channel<(Item Hook, HookEvent Event)> _queue = Channel.CreateBounded<(Item, HookEvent)>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly WebhookSender _sender;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly Queue<WebhookDelivery> _log = [];
    private readonly SandboxState _state;
    private readonly Task _work;

    public WebhookDeliveries(SandboxState state, EventBus events, TimeProvider clock)
    {
        _state = state;
        _sender = new(clock);
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
        _sender.Dispose();
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
            WebhookDelivery delivery = await _sender.SendAsync(hook, happened, body, request, attempt, _stop.Token);
            Keep(delivery);

            // Who answered that it was wrong hears it again; a place that is no business of ours is not asked twice.
            if (delivery.Status is >= 200 and < 300 || (delivery.Status is null && string.Equals(delivery.Problem, WebhookSender.NotHere, StringComparison.Ordinal)))
            {
                return;
            }
        }
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
