using System.Globalization;
using System.Management.Automation.Host;

namespace BitbucketPS.Shell.Hosting;

/// <summary>What the engine asks of the program around it.</summary>
internal sealed class ShellHost : PSHost
{
    /// <summary>The console.</summary>
    public ConsoleUserInterface Console { get; } = new();

    /// <summary>The exit code that a script asked for; null if none did.</summary>
    public int? ExitCode { get; private set; }

    public override string Name => "BitbucketPS.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => Console;

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This host has no nested prompts.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This host has no nested prompts.");

    // Programs share this console, and begin on a line of their own.
    public override void NotifyBeginApplication() => Console.EndProgress();

    public override void NotifyEndApplication()
    {
        // Nor is anything to be restored after them.
    }
}
