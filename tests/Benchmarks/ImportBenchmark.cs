using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace BitbucketPS.Benchmarks;

/// <summary>How long Import-Module takes.</summary>
internal sealed class ImportBenchmark : Benchmark
{
    /// <inheritdoc />
    public override string Name => "import";

    /// <inheritdoc />
    public override string Summary => "Import-Module BitbucketPS.psd1 in an open runspace";

    /// <inheritdoc />
    public override TimeSpan Limit => TimeSpan.FromMilliseconds(150);

    /// <inheritdoc />
    public override TimeSpan Measure()
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialState());
        runspace.Open();
        using PowerShell powershell = PowerShell.Create(runspace);
        powershell.AddCommand("Import-Module").AddParameter("Name", Checkout.Manifest).AddParameter("ErrorAction", ActionPreference.Stop);

        Stopwatch watch = Stopwatch.StartNew();
        powershell.Invoke();
        watch.Stop();

        RequireCmdlets(powershell);
        return watch.Elapsed;
    }

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

    // An import that brought nothing would be a fast one.
    private static void RequireCmdlets(PowerShell powershell)
    {
        powershell.Commands.Clear();
        powershell.AddCommand("Get-Command").AddParameter("Module", "BitbucketPS");
        if (powershell.Invoke().Count == 0)
        {
            throw new InvalidOperationException($"{Checkout.Manifest} was imported and exports nothing.");
        }
    }
}
