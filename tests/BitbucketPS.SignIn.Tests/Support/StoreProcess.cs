using System.Diagnostics;

namespace BitbucketPS.SignIn.Tests;

/// <summary>A process that uses a store; see <see cref="TestProcess.Program"/>.</summary>
internal sealed class StoreProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="folder">The store's folder.</param>
    /// <param name="before">A command that starts it, such as one that limits it.</param>
    public StoreProcess(string folder, params string[] before)
        : this([folder], before)
    {
    }

    /// <summary>Starts it.</summary>
    /// <param name="arguments">What it is told on its command line.</param>
    /// <param name="before">A command that starts it.</param>
    public StoreProcess(string[] arguments, string[] before)
    {
        string[] command = [.. before, "dotnet", typeof(TestProcess.Program).Assembly.Location, .. arguments];
        _process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                // Its pages of code would count as a file where the size of files is limited.
                ["DOTNET_EnableWriteXorExecute"] = "0",
                ["DOTNET_EnableDiagnostics"] = "0",
            },
        })!;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Tells it to do something.</summary>
    public async Task TellAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command.AsMemory(), Stop);
        await _process.StandardInput.FlushAsync(Stop);
    }

    /// <summary>The next line that it says; null after its end.</summary>
    public async Task<string?> HearAsync() => await _process.StandardOutput.ReadLineAsync(Stop);

    /// <summary>Tells it to do something, and waits for the answer, past warnings.</summary>
    public async Task<string?> AskAsync(string command)
    {
        await TellAsync(command);
        string? line;
        do
        {
            line = await HearAsync();
        }
        while (line?.StartsWith("warn ", StringComparison.Ordinal) is true);
        return line;
    }

    /// <summary>SIGKILL, or what Windows has for it.</summary>
    public void Kill() => _process.Kill();

    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(Stop);
    }

    public async Task WaitForExitAsync() => await _process.WaitForExitAsync(Stop);

    public void Dispose()
    {
        // Its end, first, since what it was started by may have more to clean up, such as a bus.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(s_patience))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
