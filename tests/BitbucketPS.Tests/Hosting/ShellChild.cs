using System.Diagnostics;

namespace BitbucketPS.Tests.Hosting;

/// <summary>A shell that stays until it is told to go, or is killed, as a second PowerShell beside that of the test.</summary>
internal sealed class ShellChild : IDisposable
{
    private readonly Process _shell;

    /// <summary>Runs a command that writes lines, and stays.</summary>
    public ShellChild(string command)
    {
        ProcessStartInfo start = new("dotnet", [Checkout.Shell, "-Command", $"{command}; $null = [Console]::In.ReadLine()"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        _shell = Process.Start(start)!;
    }

    /// <summary>The next line that it writes.</summary>
    public async Task<string> ReadLineAsync()
        => await _shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("It has ended.");

    /// <summary>Lets it end.</summary>
    public async Task LeaveAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends it as nobody wants to be ended, and nothing but it.</summary>
    public async Task KillAsync()
    {
        _shell.Kill();
        await _shell.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_shell.HasExited)
        {
            _shell.Kill();
        }

        _shell.Dispose();
    }
}
