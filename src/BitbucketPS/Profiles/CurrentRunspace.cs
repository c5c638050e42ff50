using System.Management.Automation;

namespace BitbucketPS.Profiles;

/// <summary>The runspace of the engine's thread that this is.</summary>
internal static class CurrentRunspace
{
    /// <summary>An empty pipeline within the one that runs.</summary>
    public static PowerShell CreateShell() => PowerShell.Create(RunspaceMode.CurrentRunspace);
}
