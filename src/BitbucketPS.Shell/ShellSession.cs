using System.Management.Automation.Runspaces;
using System.Reflection;
using BitbucketPS.Shell.Hosting;
using BitbucketPS.Shell.Prompting;
using Microsoft.PowerShell;

namespace BitbucketPS.Shell;

/// <summary>One run of the shell: a runspace with the module loaded, and what is to be done in it.</summary>
internal sealed class ShellSession(Arguments arguments)
{
    private const int Failed = 1;

    private readonly ShellHost _host = new();

    /// <summary>Does it.</summary>
    /// <returns>The exit code: 0, that of the script's own exit, or 1 where there was an error.</returns>
    public int Run()
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(_host, InitialState());
        runspace.Open();
        using ScriptRunner runner = new(runspace, _host.Console);
        if (!runner.Run(new Command($"Import-Module '{FindManifest()}' -ErrorAction Stop", isScript: true)))
        {
            return Failed;
        }

        bool succeeded = Start(runspace, runner);
        runner.Run(new Command("Disconnect-Bitbucket"));
        return _host.ExitCode ?? (succeeded && _host.Console.ErrorLines == 0 ? 0 : Failed);
    }

    private static InitialSessionState InitialState()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        }

        return state;
    }

    private static string FindManifest()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string manifest = Path.Combine(folder, "BitbucketPS.psd1");
            if (File.Exists(manifest))
            {
                return manifest.Replace("'", "''", StringComparison.Ordinal);
            }
        }

        throw new FileNotFoundException("BitbucketPS.psd1 is in none of the folders above the shell.");
    }

    private static string ReadDemo()
    {
        using Stream demo = Assembly.GetExecutingAssembly().GetManifestResourceStream("demo.ps1")!;
        using StreamReader reader = new(demo);
        return reader.ReadToEnd();
    }

    private bool Start(Runspace runspace, ScriptRunner runner) => arguments.Mode switch
    {
        ShellMode.Demo => runner.Run(new Command(ReadDemo(), isScript: true)),
        ShellMode.Command => runner.Run(new Command(arguments.Text, isScript: true), StandardInput.ReadFor(arguments.Text)),
        ShellMode.File => runner.Run(ScriptArguments.Bind(arguments.Text, arguments.Rest!)),
        _ => new PromptLoop(_host, runspace, runner).Run(),
    };
}
