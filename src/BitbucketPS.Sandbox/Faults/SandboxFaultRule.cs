using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>A fault that was added to a sandbox.</summary>
public sealed class SandboxFaultRule
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Random _dice;
    private readonly Regex? _pattern;
    private int _hits;

    [SuppressMessage("Security", "CA5394", Justification = "Dice for tests, which have to fall the same way each time.")]
    internal SandboxFaultRule(SandboxFault fault)
    {
        RequireValid(fault);
        Fault = fault;
        _dice = new(fault.Seed);
        _pattern = fault.PathPattern is null ? null : new(fault.PathPattern, RegexOptions.CultureInvariant, s_patience);
    }

    /// <summary>As it was added.</summary>
    public SandboxFault Fault { get; }

    /// <summary>How many requests went wrong because of it.</summary>
    public int Hits => Volatile.Read(ref _hits);

    /// <summary>Whether a request is to go wrong; counts it if so.</summary>
    internal bool Strikes(string method, RequestTarget target)
    {
        if (!Fits(method, target))
        {
            return false;
        }

        lock (_lock)
        {
            if (_hits >= Fault.Times || !Falls())
            {
                return false;
            }

            _hits++;
            return true;
        }
    }

    /// <summary>Checks what can be checked without a request.</summary>
    /// <exception cref="ArgumentException">The fault makes no sense.</exception>
    internal static void RequireValid(SandboxFault fault)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fault.Times ?? 1, nameof(fault.Times));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fault.Rate, nameof(fault.Rate));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fault.Rate, 1, nameof(fault.Rate));
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Status, 400, nameof(fault.Status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fault.Status, 599, nameof(fault.Status));
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Delay, TimeSpan.Zero, nameof(fault.Delay));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fault.Size ?? 1, nameof(fault.Size));
        ArgumentOutOfRangeException.ThrowIfNegative(fault.ItemsLeft ?? 0, nameof(fault.ItemsLeft));
        _ = fault.PathPattern is null ? null : new Regex(fault.PathPattern, RegexOptions.None, s_patience);
        RequireSendable(fault);
        if (!Enum.IsDefined(fault.Kind))
        {
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "There is no such kind of fault.");
        }
    }

    private static void RequireSendable(SandboxFault fault)
    {
        if (fault.OtherHost is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            throw new ArgumentException("The other host must be an address with http or https.", nameof(fault));
        }

        if (fault.RetryAfter?.Any(letter => letter is < ' ' or > '~') is true)
        {
            throw new ArgumentException("Retry-After must be something that a header can hold.", nameof(fault));
        }
    }

    private bool Fits(string method, RequestTarget target)
    {
        string address = target.ToString();
        bool anywhere = Fault.PathContains is null && _pattern is null;
        return (Fault.Method is null || string.Equals(Fault.Method, method, StringComparison.OrdinalIgnoreCase))
            && (!anywhere || target.IsOfApi)
            && (Fault.PathContains is null || address.Contains(Fault.PathContains, StringComparison.Ordinal))
            && _pattern?.IsMatch(address) is not false;
    }

    [SuppressMessage("Security", "CA5394", Justification = "See the constructor.")]
    private bool Falls() => _dice.NextDouble() < Fault.Rate;
}
