using System.Collections;
using System.Management.Automation;

namespace BitbucketPS.Profiles;

/// <summary>The cmdlet that a person called with -Vault, as far as a vault needs it.</summary>
internal sealed class VaultCaller
{
    /// <summary>The vault.</summary>
    public required string Vault { get; init; }

    /// <summary>Has the engine's thread do something the next time it waits.</summary>
    public required Action<Action> Post { get; init; }

    /// <summary>Fires once the engine's thread does not wait any more.</summary>
    public required CancellationToken StopToken { get; init; }

    /// <summary>The person's <c>$Error</c>.</summary>
    public required ArrayList? Errors { get; init; }

    /// <summary>The list of errors of a session.</summary>
    public static ArrayList? ErrorsOf(SessionState session) => session.PSVariable.GetValue("global:Error") as ArrayList;
}
