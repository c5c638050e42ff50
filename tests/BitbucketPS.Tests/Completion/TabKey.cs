using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Completion;

/// <summary>What a person is offered at the end of a line.</summary>
internal static class TabKey
{
    /// <summary>A person with a sandbox, and in the variable session a session whose clock stands: no name comes too late on a slow machine.</summary>
    public static ModuleRunspace Connect(SandboxFixture sandbox)
    {
        ModuleRunspace module = sandbox.Connect();
        new SandboxTransport(sandbox).Connect(module, time: new FakeClock());
        return module;
    }

    /// <summary>What is offered to a command that goes by the variable session.</summary>
    public static string[] PressInSession(ModuleRunspace module, string line)
        => Press(module, line.Insert(line.IndexOf(' ', StringComparison.Ordinal), " -Session $session"));

    public static string[] Press(ModuleRunspace module, string line)
    {
        using PowerShell powershell = module.Pipeline("");
        powershell.Commands.Clear();
        return [.. CommandCompletion.CompleteInput(line, line.Length, options: null, powershell).CompletionMatches.Select(match => match.CompletionText)];
    }
}
