namespace BitbucketPS.Sandbox;

/// <summary>Remembers which requests were seen, as long as their time stamp would still be accepted.</summary>
internal sealed class NonceStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
    private long _oldest;

    /// <summary>Notes a request.</summary>
    /// <param name="identity">Consumer, token, time stamp and nonce.</param>
    /// <param name="timestamp">Its time stamp.</param>
    /// <param name="oldestAccepted">Time stamps before it are refused anyway and can be forgotten.</param>
    /// <returns>False if it was seen before.</returns>
    public bool TryAdd(string identity, long timestamp, long oldestAccepted)
    {
        lock (_lock)
        {
            Forget(oldestAccepted);
            return _seen.TryAdd(identity, timestamp);
        }
    }

    private void Forget(long oldestAccepted)
    {
        if (oldestAccepted <= _oldest)
        {
            return;
        }

        _oldest = oldestAccepted;
        foreach ((string identity, long timestamp) in _seen)
        {
            if (timestamp < oldestAccepted)
            {
                _seen.Remove(identity);
            }
        }
    }
}
