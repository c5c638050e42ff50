namespace BitbucketPS.Sandbox;

/// <summary>Who holds the sandbox, and so when it ends.</summary>
internal sealed class LeaseBook
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lease> _leases = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _endsUnused;

    /// <summary>Ends when the sandbox has to.</summary>
    public Task Ended => _ended.Task;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _leases.Count;
            }
        }
    }

    /// <summary>A new lease; null if the sandbox ends already, so that nobody counts on one that is as good as gone.</summary>
    public Lease? TryTake()
    {
        lock (_lock)
        {
            if (_ended.Task.IsCompleted)
            {
                return null;
            }

            Lease lease = new();
            _leases.Add(lease.Id, lease);
            return lease;
        }
    }

    /// <summary>Gives a lease back; null if there is no such lease any more.</summary>
    public LeaseReturn? Return(string id)
    {
        lock (_lock)
        {
            if (!_leases.Remove(id, out Lease? lease))
            {
                return null;
            }

            lease.End();
            EndIfUnused();
            return new(_leases.Count, _ended.Task.IsCompleted);
        }
    }

    /// <summary>Nobody but the holders of leases needs the sandbox any more: it ends with the last of them, or now.</summary>
    public void EndWhenUnused()
    {
        lock (_lock)
        {
            _endsUnused = true;
            EndIfUnused();
        }
    }

    /// <summary>Ends the sandbox now, and all leases.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended.TrySetResult();
            foreach (Lease lease in _leases.Values)
            {
                lease.End();
            }
        }
    }

    private void EndIfUnused()
    {
        if (_endsUnused && _leases.Count == 0)
        {
            _ended.TrySetResult();
        }
    }
}
