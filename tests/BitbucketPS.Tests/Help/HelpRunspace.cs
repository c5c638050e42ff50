using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BitbucketPS.Tests.Help;

/// <summary>A bare engine with the module in it, imported as its users do.</summary>
public sealed class HelpRunspace : IDisposable
{
    private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());

    public HelpRunspace()
    {
        _runspace.Open();
        Invoke("Import-Module", ("Name", HelpPaths.Manifest));
        Commands = [.. Invoke("Get-Command", ("Module", "BitbucketPS")).Select(command => (CmdletInfo)command.BaseObject)];
    }

    /// <summary>What the module exports.</summary>
    public IReadOnlyList<CmdletInfo> Commands { get; }

    /// <summary>Get-Help of a command, as the whole object.</summary>
    public PSObject GetHelp(string name) => Assert.Single(Invoke("Get-Help", ("Name", name), ("Full", true)));

    public void Dispose() => _runspace.Dispose();

    private Collection<PSObject> Invoke(string command, params (string Name, object Value)[] parameters)
    {
        using PowerShell shell = PowerShell.Create(_runspace).AddCommand(command).AddParameter("ErrorAction", "Stop");
        foreach ((string name, object value) in parameters)
        {
            shell.AddParameter(name, value);
        }

        return shell.Invoke();
    }
}
