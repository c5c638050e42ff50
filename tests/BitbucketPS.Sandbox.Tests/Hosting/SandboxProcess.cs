using System.Diagnostics;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The built sandbox as a process of its own.</summary>
public sealed class SandboxProcess : IDisposable
{
    private const string IgnoredSignals = "SigIgn:";

    // Signal 2, which is the second bit.
    private const ulong InterruptSignal = 1 << 1;

    private readonly Process _process;

    public SandboxProcess(string temporaryFolder, params string[] arguments)
        : this(new ProcessStartInfo("dotnet", [typeof(SandboxServer).Assembly.Location, .. arguments]), temporaryFolder)
    {
    }

    private SandboxProcess(ProcessStartInfo start, string temporaryFolder)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.Environment["TMPDIR"] = temporaryFolder;
        start.Environment["TEMP"] = temporaryFolder;
        start.Environment["TMP"] = temporaryFolder;
        start.Environment[SandboxRegistry.Variable] = RegistryOf(temporaryFolder);
        _process = Process.Start(start)!;
    }

    /// <summary>One that a script of the Unix shell starts, as "$@", after it has changed what it starts in.</summary>
    public static SandboxProcess StartBy(string script, string temporaryFolder, params string[] arguments)
        => new(new ProcessStartInfo("sh", ["-c", script, "sh", "dotnet", typeof(SandboxServer).Assembly.Location, .. arguments]), temporaryFolder);

    public int Id => _process.Id;

    /// <summary>Whether it was started by what ignores interrupts, which it then does too. Known on Linux only.</summary>
    public bool IgnoresInterrupts
        => OperatingSystem.IsLinux()
            && File.ReadLines($"/proc/{Id}/status").FirstOrDefault(line => line.StartsWith(IgnoredSignals, StringComparison.Ordinal)) is { } line
            && (Convert.ToUInt64(line[IgnoredSignals.Length..].Trim(), 16) & InterruptSignal) != 0;

    /// <summary>Where it registers: never where the person's own are.</summary>
    public static string RegistryOf(string temporaryFolder) => Path.Combine(temporaryFolder, "registry");

    public async Task<string?> ReadLineAsync()
        => await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    public async Task<string?> ReadErrorLineAsync()
        => await _process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);

    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Ends it at once, as a crash would: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        Task<string> error = _process.StandardError.ReadToEndAsync(patience.Token);
        string output = await _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
