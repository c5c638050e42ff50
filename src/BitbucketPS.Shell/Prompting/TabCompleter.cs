using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BitbucketPS.Shell.Prompting;

/// <summary>Cycles through the engine's completions, as pressing Tab again does.</summary>
internal sealed class TabCompleter(Runspace runspace)
{
    private CommandCompletion? _completion;
    private string _tail = "";
    private string _head = "";

    /// <summary>Forgets the completions: something else was typed.</summary>
    public void Reset() => _completion = null;

    /// <summary>The text with the next completion in it, and where the cursor stands then.</summary>
    public (string Text, int Cursor) Complete(string text, int cursor, bool backwards)
    {
        if (_completion is null)
        {
            Start(text, cursor);
        }

        if (_completion?.GetNextResult(forward: !backwards) is not { } result)
        {
            Reset();
            return (text, cursor);
        }

        string completed = _head + result.CompletionText;
        return (completed + _tail, completed.Length);
    }

    private void Start(string text, int cursor)
    {
        using PowerShell powershell = PowerShell.Create(runspace);
        _completion = CommandCompletion.CompleteInput(text, cursor, options: null, powershell);
        if (_completion.CompletionMatches.Count == 0)
        {
            Reset();
            return;
        }

        _head = text[.._completion.ReplacementIndex];
        _tail = text[(_completion.ReplacementIndex + _completion.ReplacementLength)..];
    }
}
