using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Completion;

/// <summary>What a person is offered at the end of a line.</summary>
internal static class TabKey
{
    public static string[] Press(ModuleRunspace module, string line)
    {
        using PowerShell powershell = module.Pipeline("");
        powershell.Commands.Clear();
        return [.. CommandCompletion.CompleteInput(line, line.Length, options: null, powershell).CompletionMatches.Select(match => match.CompletionText)];
    }
}
