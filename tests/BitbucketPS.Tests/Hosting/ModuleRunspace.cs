using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BitbucketPS.Tests.Hosting;

/// <summary>A runspace with the module imported through its manifest, as its users import it.</summary>
internal sealed class ModuleRunspace : IDisposable
{
    private readonly RecordingHost _host = new();
    private readonly Runspace _runspace;

    public ModuleRunspace()
    {
        _runspace = RunspaceFactory.CreateRunspace(_host, InitialSessionState.CreateDefault2());
        _runspace.Open();
        Run("Import-Module $manifest -ErrorAction Stop", ("manifest", Checkout.Manifest)).Clean();

        // How long a test takes must not be seen in what it finds; those about progress turn it on again.
        SetVariable("ProgressPreference", ActionPreference.SilentlyContinue);
    }

    /// <summary>What the host was told to show so far.</summary>
    public string Shown => _host.Recorded.Text;

    /// <summary>Has somebody answer the next question.</summary>
    public void Answer(string text) => _host.Recorded.Answer = text;

    /// <summary>How often somebody was asked to choose.</summary>
    public int Questions => _host.Recorded.Questions;

    /// <summary>Has somebody choose, each time there is a choice.</summary>
    public void Choose(int choice) => _host.Recorded.Choice = choice;

    /// <summary>Goes to a folder; the bare engine has no Set-Location.</summary>
    public void SetLocation(string folder) => _runspace.SessionStateProxy.Path.SetLocation(folder);

    public void SetVariable(string name, object? value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>A pipeline in this runspace, for tests that stop it or watch its streams.</summary>
    public PowerShell Pipeline(string script)
    {
        PowerShell powershell = PowerShell.Create(_runspace);
        powershell.AddScript(script);
        return powershell;
    }

    /// <summary>Runs a script and keeps every stream.</summary>
    public ScriptResult Run(string script, params (string Name, object? Value)[] variables)
    {
        foreach ((string name, object? value) in variables)
        {
            SetVariable(name, value);
        }

        using PowerShell powershell = Pipeline(script);
        return Collect(powershell);
    }

    /// <summary>Runs a pipeline and keeps every stream.</summary>
    public static ScriptResult Collect(PowerShell powershell)
    {
        PSDataCollection<PSObject> output = [];
        ErrorRecord? terminating = null;
        try
        {
            powershell.Invoke(input: null, output);
        }
        catch (RuntimeException e)
        {
            terminating = e.ErrorRecord;
        }

        PSDataStreams streams = powershell.Streams;
        string[] others =
        [
            .. streams.Verbose.Select(record => record.Message),
            .. streams.Debug.Select(record => record.Message),
            .. streams.Warning.Select(record => record.Message),
            .. streams.Information.Select(record => record.ToString()),
            .. streams.Progress.Select(record => record.ToString()),
        ];
        return new([.. output], [.. streams.Error], terminating, others)
        {
            Warnings = [.. streams.Warning.Select(record => record.Message)],
            DebugLines = [.. streams.Debug.Select(record => record.Message)],
        };
    }

    /// <summary>What a person sees of a script, in 100 columns.</summary>
    public string Render(string script, params (string Name, object? Value)[] variables)
    {
        int before = Shown.Length;
        Run($"& {{ {script} }} 2>&1 | Out-Default", variables);
        return Shown[before..];
    }

    public void Dispose()
    {
        Run("Disconnect-Bitbucket");
        _runspace.Dispose();
    }
}
