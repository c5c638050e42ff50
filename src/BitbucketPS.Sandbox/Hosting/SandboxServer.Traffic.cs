namespace BitbucketPS.Sandbox;

/// <content>What comes in, what is done about it, and what is to go wrong.</content>
public sealed partial class SandboxServer
{
    /// <summary>The requests that were answered so far: a copy, in the order in which the answers began.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _pipeline.Log.Snapshot();

    /// <summary>
    /// The POST, PUT and DELETE requests to the API that were carried out so far: a copy, in the order in which they were
    /// done, whatever became of their answers. The status is that of the operation, which a fault may have hidden.
    /// </summary>
    public IReadOnlyList<SandboxRequest> Writes => _pipeline.Log.WritesSnapshot();

    /// <summary>How many requests to the API the rate limit let pass so far; without a limit, all that had a good credential or none.</summary>
    public int AcceptedRequests => _pipeline.RateLimiter.Accepted;

    /// <summary>How many requests to the API were beyond the rate limit so far.</summary>
    public int RejectedRequests => _pipeline.RateLimiter.Rejected;

    /// <summary>What requests to the control API, <c>/_sandbox</c>, send in the header <c>X-Sandbox-Secret</c>; another one on every start.</summary>
    public string ControlSecret => _pipeline.ControlSecret.Value;

    /// <summary>Who holds it through the control API, and when it has to end for that. Disposing it is up to whoever started it.</summary>
    internal LeaseBook Leases => _pipeline.Leases;

    /// <summary>Writes everything it holds as JSON, git included, its own secrets left out.</summary>
    /// <param name="stream">Where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ExportAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StateTransfer(_parts).ExportAsync(stream, cancellationToken);
    }

    /// <summary>Puts what was exported in the place of everything it holds; its consumer and its tokens stay.</summary>
    /// <param name="stream">An export.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">It is no export, or not a whole one; nothing has changed.</exception>
    public Task ImportAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StateTransfer(_parts).ImportAsync(stream, cancellationToken);
    }

    /// <summary>The last attempts to tell webhooks, oldest first: a copy.</summary>
    public IReadOnlyList<WebhookDelivery> WebhookDeliveries => _pipeline.Deliveries.Log;

    /// <summary>How it misbehaves; it does not at first.</summary>
    public SandboxFaults Faults => _pipeline.Faults;
}
