namespace BitbucketPS.Sandbox;

/// <summary>How a sandbox misbehaves on purpose. It does not unless it is told to.</summary>
public sealed class SandboxFaults
{
    private readonly Lock _lock = new();
    private readonly List<SandboxFaultRule> _rules = [];

    internal SandboxFaults()
    {
    }

    /// <summary>What was added, in order.</summary>
    internal IReadOnlyList<SandboxFaultRule> Rules
    {
        get
        {
            lock (_lock)
            {
                return [.. _rules];
            }
        }
    }

    internal ShrunkenLists Lists { get; } = new();

    /// <summary>Misbehaves from now on. On each request the first fault counts that fits and has not run out.</summary>
    /// <param name="fault">How, and on which requests.</param>
    /// <returns>What counts the requests that went wrong.</returns>
    /// <exception cref="ArgumentException">The fault makes no sense.</exception>
    public SandboxFaultRule Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        SandboxFaultRule rule = new(fault);
        lock (_lock)
        {
            _rules.Add(rule);
        }

        return rule;
    }

    /// <summary>Behaves from now on; lists have all their items again. Answers under way end as they began.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
        }

        Lists.Clear();
    }

    /// <summary>The fault that a request is to meet, or null.</summary>
    internal SandboxFault? Strike(string method, RequestTarget target)
    {
        lock (_lock)
        {
            return _rules.Find(rule => rule.Strikes(method, target))?.Fault;
        }
    }
}
