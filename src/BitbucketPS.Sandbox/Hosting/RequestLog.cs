using System.Runtime.InteropServices;

namespace BitbucketPS.Sandbox;

/// <summary>What was asked and answered, without secrets.</summary>
internal sealed class RequestLog
{
    // A sandbox may run for days; the oldest go.
    private const int Longest = 100_000;

    private static readonly string[] s_secrets =
        ["access_token", "refresh_token", "oauth1_access_token", "client_secret", "code_challenge", "code_verifier"];

    // Elsewhere they are no secrets: the API filters pull requests by their state. A signature opens the file that it is for.
    private static readonly string[] s_secretsOfPages = ["code", "state", "signature"];

    private readonly Lock _lock = new();
    private readonly Queue<SandboxRequest> _requests = new();
    private readonly Queue<SandboxRequest> _writes = new();
    private readonly Dictionary<string, int> _byOperation = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _byStatus = [];
    private readonly TimeProvider _clock;
    private int _total;
    private int _writeTotal;

    public RequestLog(TimeProvider clock)
    {
        _clock = clock;
    }

    /// <summary>How many requests there were, whatever became of the log.</summary>
    public RequestCounters Counters
    {
        get
        {
            lock (_lock)
            {
                return new(
                    _total, _writeTotal, [.. _byOperation.OrderBy(pair => pair.Key, StringComparer.Ordinal)], [.. _byStatus.OrderBy(pair => pair.Key)]);
            }
        }
    }

    /// <summary>A copy of what there is so far, in the order in which answers began.</summary>
    public IReadOnlyList<SandboxRequest> Snapshot() => Copy(_requests);

    /// <summary>A copy of the writes that were carried out so far.</summary>
    public IReadOnlyList<SandboxRequest> WritesSnapshot() => Copy(_writes);

    /// <summary>Forgets the requests; counters stay.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _writes.Clear();
        }
    }

    /// <summary>Notes a request that is being answered.</summary>
    public void Add(string method, RequestTarget target, int status, RequestLogEntry entry)
    {
        SandboxRequest request = Describe(method, target, status) with
        {
            Operation = entry.Operation,
            Account = entry.Account?.Username,
            Problem = entry.Problem,
        };
        lock (_lock)
        {
            Add(_requests, request);
            _total++;
            CollectionsMarshal.GetValueRefOrAddDefault(_byStatus, status, out _)++;
            if (entry.Operation is { } operation)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_byOperation, operation, out _)++;
            }
        }
    }

    /// <summary>Notes a write that was carried out, before its answer is on its way.</summary>
    public void AddWrite(string method, RequestTarget target, int status)
    {
        SandboxRequest request = Describe(method, target, status);
        lock (_lock)
        {
            Add(_writes, request);
            _writeTotal++;
        }
    }

    private static void Add(Queue<SandboxRequest> requests, SandboxRequest request)
    {
        requests.Enqueue(request);
        if (requests.Count > Longest)
        {
            requests.Dequeue();
        }
    }

    private static string Redact(string pair, string path)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && (RequestTarget.IsProtocolPair(pair) || IsSecret(RequestTarget.NameOf(pair), path))
            ? pair[..equals] + "=***"
            : pair;
    }

    private static bool IsSecret(string name, string path)
        => s_secrets.Contains(name, StringComparer.OrdinalIgnoreCase)
            || (!path.StartsWith("/2.0/", StringComparison.Ordinal) && s_secretsOfPages.Contains(name, StringComparer.OrdinalIgnoreCase));

    private SandboxRequest Describe(string method, RequestTarget target, int status)
    {
        string query = string.Join('&', target.Query.Split('&').Select(pair => Redact(pair, target.Path)));

        // A target may also be a whole address, which can hold a password. Nothing is found under one.
        string path = target.Path.StartsWith('/') ? target.Path : "***";
        return new(method, query.Length == 0 ? path : $"{path}?{query}", status) { Time = _clock.GetUtcNow() };
    }

    private SandboxRequest[] Copy(Queue<SandboxRequest> requests)
    {
        lock (_lock)
        {
            return [.. requests];
        }
    }
}
