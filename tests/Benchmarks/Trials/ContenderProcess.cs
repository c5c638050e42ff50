using System.Diagnostics;
using System.Text.Json;
using BitbucketPS.Benchmarks.Contenders;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>A contender in a process of its own; it idles until it is told to run.</summary>
internal sealed class ContenderProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(20);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ContenderProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <returns>The process; or, where it cannot take part, null and the reason.</returns>
    public static async Task<(ContenderProcess? Process, string? Objection)> StartAsync(ContenderEntry contender, Uri server)
    {
        string address = server.GetLeftPart(UriPartial.Authority);
        if (contender.External is { } external && await external.EnsureAsync() is { } missing)
        {
            return (null, missing);
        }

        ProcessStartInfo start = contender.External?.StartInfo(address) ?? Self.StartInfo(Arguments.Contend, contender.Name, address);
        start.RedirectStandardInput = true;
        ContenderProcess process = new(Process.Start(start)!);
        string answer = await process.ReadLineAsync();
        if (answer is ContenderLoop.Ready)
        {
            return (process, null);
        }

        process.Dispose();
        return (null, answer);
    }

    /// <summary>Has it run once.</summary>
    public Task<Outcome> RunAsync(Job job) => SendAsync(job.ToString());

    /// <summary>Has it run once, and look at what arrives.</summary>
    public Task<Outcome> CheckAsync(Job job) => SendAsync($"{ContenderLoop.Check} {job}");

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(s_patience))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task<Outcome> SendAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize(await ReadLineAsync(), WireJson.Default.Outcome)!;
    }

    private async Task<string> ReadLineAsync()
        => await _process.StandardOutput.ReadLineAsync().WaitAsync(s_patience)
            ?? throw new InvalidOperationException($"A contender ended. {await _errors}");
}
