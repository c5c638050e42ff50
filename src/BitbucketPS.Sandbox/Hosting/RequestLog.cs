namespace BitbucketPS.Sandbox;

/// <summary>What was asked and answered, without secrets.</summary>
internal sealed class RequestLog
{
    private static readonly string[] s_secrets =
        ["access_token", "refresh_token", "oauth1_access_token", "client_secret", "code_challenge", "code_verifier"];

    // Elsewhere they are no secrets: the API filters pull requests by their state.
    private static readonly string[] s_secretsOfPages = ["code", "state"];

    private readonly Lock _lock = new();
    private readonly List<SandboxRequest> _requests = [];
    private readonly List<SandboxRequest> _writes = [];

    /// <summary>A copy of what there is so far, in the order in which answers began.</summary>
    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }

    /// <summary>A copy of the writes that were carried out so far.</summary>
    public IReadOnlyList<SandboxRequest> WritesSnapshot()
    {
        lock (_lock)
        {
            return [.. _writes];
        }
    }

    /// <summary>Notes a request that is being answered.</summary>
    public void Add(string method, RequestTarget target, int status) => AddTo(_requests, method, target, status);

    /// <summary>Notes a write that was carried out, before its answer is on its way.</summary>
    public void AddWrite(string method, RequestTarget target, int status) => AddTo(_writes, method, target, status);

    private void AddTo(List<SandboxRequest> requests, string method, RequestTarget target, int status)
    {
        string query = string.Join('&', target.Query.Split('&').Select(pair => Redact(pair, target.Path)));

        // A target may also be a whole address, which can hold a password. Nothing is found under one.
        string path = target.Path.StartsWith('/') ? target.Path : "***";
        SandboxRequest request = new(method, query.Length == 0 ? path : $"{path}?{query}", status);
        lock (_lock)
        {
            requests.Add(request);
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
        => s_secrets.Contains(name, StringComparer.Ordinal)
            || (!path.StartsWith("/2.0/", StringComparison.Ordinal) && s_secretsOfPages.Contains(name, StringComparer.Ordinal));
}
