using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace BitbucketPS.Benchmarks;

/// <summary>An open runspace that has run nothing.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Opens it.</summary>
    /// <param name="cmdlets">Cmdlets of this program that it has beside the engine's own.</param>
    public Engine(params (string Name, Type Type)[] cmdlets)
    {
        InitialSessionState state = InitialState();
        foreach ((string name, Type type) in cmdlets)
        {
            state.Commands.Add(new SessionStateCmdletEntry(name, type, helpFileName: null));
        }

        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>A pipeline, still empty.</summary>
    public PowerShell CreatePipeline() => PowerShell.Create(_runspace);

    /// <summary>Imports a module, and nothing else happens while the watch runs.</summary>
    public TimeSpan TimeImport(string manifest)
    {
        using PowerShell powershell = PowerShell.Create(_runspace);
        powershell.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", ActionPreference.Stop);

        Stopwatch watch = Stopwatch.StartNew();
        powershell.Invoke();
        return watch.Elapsed;
    }

    /// <summary>Makes sure that the module is there: an import that brought nothing would be a fast one.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public void RequireCmdlets()
    {
        using PowerShell powershell = PowerShell.Create(_runspace);
        powershell.AddCommand("Get-Command").AddParameter("Module", "BitbucketPS");
        if (powershell.Invoke().Count == 0)
        {
            throw new InvalidOperationException($"{Checkout.Manifest} was imported and exports nothing.");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _runspace.Dispose();

    private static InitialSessionState InitialState()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // A hosted engine there loads no views unless it is told to trust files of this machine.
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        }

        return state;
    }
}
