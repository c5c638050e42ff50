using System.Collections.Concurrent;

namespace BitbucketPS.Sandbox;

/// <summary>Which quirks are on. They can be switched while the sandbox runs.</summary>
public sealed class SandboxQuirks
{
    // Off, because naive clients would not come to an end, or ask hosts that are not there: to be provoked on purpose.
    private static readonly SandboxQuirk[] s_offByDefault = [SandboxQuirk.VariablePagesNeverEnd, SandboxQuirk.PipelineLinksLeadElsewhere];

    private readonly ConcurrentDictionary<SandboxQuirk, bool> _states = new();

    /// <summary>Whether a quirk is on.</summary>
    public bool IsOn(SandboxQuirk quirk) => _states.TryGetValue(quirk, out bool isOn) ? isOn : IsOnByDefault(quirk);

    /// <summary>Switches a quirk.</summary>
    public void Set(SandboxQuirk quirk, bool isOn) => _states[quirk] = isOn;

    /// <summary>All quirks are again as the service has them, apart from those that have to be provoked.</summary>
    public void Reset() => _states.Clear();

    /// <summary>Whether a quirk is on in a fresh sandbox.</summary>
    public static bool IsOnByDefault(SandboxQuirk quirk) => !s_offByDefault.Contains(quirk);
}
