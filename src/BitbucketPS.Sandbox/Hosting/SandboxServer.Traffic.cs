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

    /// <summary>How it misbehaves; it does not at first.</summary>
    public SandboxFaults Faults => _pipeline.Faults;
}
