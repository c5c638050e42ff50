using System.Diagnostics;
using System.Text.Json;

namespace BitbucketPS.Benchmarks.Sandboxes;

/// <summary>The sandbox in a process of its own.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Uri address, string token)
    {
        _process = process;
        Address = address;
        Token = token;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>An access token of its demo person.</summary>
    public string Token { get; }

    /// <summary>How much of the processors it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Its memory at this moment.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it, and waits until it says where it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public static async Task<SandboxProcess> StartAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Checkout.Sandbox, "--announce-json", "--exit-with-stdin", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The sandbox did not start.");
        using JsonDocument announcement = JsonDocument.Parse(line);
        JsonElement facts = announcement.RootElement;
        return new(process, new(facts.GetProperty("baseUri").GetString()!), facts.GetProperty("accessToken").GetString()!);
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
