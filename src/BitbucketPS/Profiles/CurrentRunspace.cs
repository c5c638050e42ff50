using System.Management.Automation;

namespace BitbucketPS.Profiles;

/// <summary>The runspace of the engine's thread that this is.</summary>
internal static class CurrentRunspace
{
    /// <summary>An empty pipeline within the one that runs.</summary>
    public static PowerShell CreateShell() => PowerShell.Create(RunspaceMode.CurrentRunspace);

    /// <summary>The folder that the person is in, for what is no cmdlet and so has no session state.</summary>
    public static string Folder()
    {
        using PowerShell shell = CreateShell();
        return shell.AddScript("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath").Invoke<string>()[0];
    }
}
