using System.ComponentModel;
using System.Diagnostics;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Pester;

/// <summary>A whole PowerShell with Pester, where this machine has one. The engine that hosts the other tests lacks what Pester needs.</summary>
internal static class WholePowerShell
{
    private const int PesterMissing = 3;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    // Asked once: each question is a process that takes a second.
    private static readonly Lazy<Task<string?>> s_whyMissing = new(FindWhyMissingAsync);

    /// <summary>Why no suite can run here; null if one can.</summary>
    public static Task<string?> WhyMissingAsync(CancellationToken cancellationToken) => s_whyMissing.Value.WaitAsync(cancellationToken);

    /// <summary>Runs one suite in a process of its own.</summary>
    /// <returns>How many of its tests failed, and what Pester wrote.</returns>
    public static Task<(int ExitCode, string Output)> RunSuiteAsync(string file, CancellationToken cancellationToken) => RunAsync(
        $$"""
        Import-Module Pester -MinimumVersion 5.0 -ErrorAction Stop
        $configuration = [PesterConfiguration]::Default
        $configuration.Run.Path = '{{file.Replace("'", "''", StringComparison.Ordinal)}}'
        $configuration.Run.PassThru = $true
        $configuration.Output.Verbosity = 'Detailed'
        $result = Invoke-Pester -Configuration $configuration
        # A file or block that fails before its tests counts none of them as failed, and a run of no test shows nothing.
        if ($result.Result -ne 'Passed' -or $result.PassedCount -eq 0) { exit [Math]::Max(1, $result.FailedCount) }
        exit 0
        """,
        cancellationToken);

    private static async Task<string?> FindWhyMissingAsync()
    {
        try
        {
            (int exitCode, string output) = await RunAsync(
                $"if (-not (Get-Module Pester -ListAvailable | Where-Object Version -ge '5.0')) {{ exit {PesterMissing} }}",
                CancellationToken.None);
            return exitCode switch
            {
                0 => null,
                PesterMissing => "pwsh is here, but Pester 5 or later is not.",
                _ => $"pwsh is here, but fails: {output}",
            };
        }
        catch (Win32Exception)
        {
            return "pwsh is not on the PATH.";
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string script, CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(s_patience);
        ProcessStartInfo start = new("pwsh", ["-NoProfile", "-NonInteractive", "-Command", script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[OwnRegistry.Variable] = OwnRegistry.NewFolder();
        using Process pwsh = Process.Start(start)!;
        pwsh.StandardInput.Close();
        Task<string> output = pwsh.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = pwsh.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await pwsh.WaitForExitAsync(deadline.Token);
        }
        finally
        {
            if (!pwsh.HasExited)
            {
                pwsh.Kill(entireProcessTree: true);
            }
        }

        return (pwsh.ExitCode, await output + await errors);
    }
}
