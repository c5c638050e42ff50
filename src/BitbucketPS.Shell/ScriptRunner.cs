using System.Management.Automation;
using System.Management.Automation.Runspaces;
using BitbucketPS.Shell.Hosting;

namespace BitbucketPS.Shell;

/// <summary>Runs commands in the runspace, shows what they write, and stops them on Ctrl-C.</summary>
internal sealed class ScriptRunner : IDisposable
{
    private readonly Runspace _runspace;
    private readonly ConsoleUserInterface _console;
    private PowerShell? _running;

    public ScriptRunner(Runspace runspace, ConsoleUserInterface console)
    {
        _runspace = runspace;
        _console = console;
        Console.CancelKeyPress += OnCancelKey;
    }

    /// <summary>Runs a command to its end, or to Ctrl-C.</summary>
    /// <param name="command">The command.</param>
    /// <param name="input">What is piped to it; null for nothing.</param>
    /// <returns>False if it ended with an error, or was stopped.</returns>
    public bool Run(Command command, IEnumerable<string>? input = null)
    {
        // Errors go through Out-Default as well, so that they are shown in their place and as PowerShell shows them.
        command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        using PowerShell powershell = PowerShell.Create(_runspace);
        powershell.Commands.AddCommand(command).AddCommand("Out-Default");
        _running = powershell;
        try
        {
            powershell.Invoke(input);
            return true;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        catch (RuntimeException e)
        {
            Show(e.ErrorRecord);
            return false;
        }
        finally
        {
            _running = null;
            _console.EndProgress();
        }
    }

    public void Dispose() => Console.CancelKeyPress -= OnCancelKey;

    private void Show(ErrorRecord error)
    {
        PSObject shown = PSObject.AsPSObject(error);
        // How the engine marks what the host shows as an error.
        shown.Properties.Add(new PSNoteProperty("writeErrorStream", value: true));
        using PowerShell powershell = PowerShell.Create(_runspace);
        powershell.AddCommand("Out-Default").Invoke(new[] { shown });
    }

    private void OnCancelKey(object? sender, ConsoleCancelEventArgs e)
    {
        if (_running is { } running)
        {
            e.Cancel = true;
            running.BeginStop(callback: null, state: null);
        }
    }
}
