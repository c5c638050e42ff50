using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using BitbucketPS.Shell.Hosting;

namespace BitbucketPS.Shell.Prompting;

/// <summary>Asks for commands until exit, or the end of the input.</summary>
internal sealed class PromptLoop(ShellHost host, Runspace runspace, ScriptRunner runner)
{
    private const string Ready = "BitbucketPS> ";
    private const string More = ">> ";

    /// <summary>Runs it.</summary>
    /// <returns>True: what went wrong inside was shown where it went wrong, and is no failure of the prompt.</returns>
    public bool Run()
    {
        host.Console.WriteLine("BitbucketPS on the bare engine of PowerShell. Try: Connect-Bitbucket -Sandbox; Get-BitbucketRepository. Leave with exit.");
        LineEditor editor = new(runspace);
        while (host.ExitCode is null && ReadCommand(editor) is { } command)
        {
            if (command.Trim().Length > 0)
            {
                runner.Run(new Command(command, isScript: true));
            }
        }

        host.SetShouldExit(host.ExitCode ?? 0);
        return true;
    }

    private static string? ReadCommand(LineEditor editor)
    {
        string? text = editor.Read(Ready);
        while (text is not null && IsIncomplete(text) && editor.Read(More) is { } line)
        {
            text = editor.IsCancelled ? "" : $"{text}\n{line}";
        }

        return text;
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return Array.Exists(errors, error => error.IncompleteInput);
    }
}
