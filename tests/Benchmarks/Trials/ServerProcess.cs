using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using BitbucketPS.Benchmarks.Server;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>The loopback server, in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _http = new() { BaseAddress = address };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it, and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public static async Task<ServerProcess> StartAsync()
    {
        ProcessStartInfo start = Self.StartInfo(Arguments.Serve);
        start.RedirectStandardInput = true;
        start.RedirectStandardError = false;
        Process process = Process.Start(start)!;
        string address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new(process, new(address));
    }

    /// <summary>Says what it is to play, and has it count from nothing.</summary>
    public async Task SetAsync(ServerSettings settings)
    {
        string query = Uri.EscapeDataString(JsonSerializer.Serialize(settings, WireJson.Default.ServerSettings));
        using HttpResponseMessage response = await _http.GetAsync(new Uri($"/settings?{query}", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What it saw since.</summary>
    public async Task<ServerCounts> CountsAsync()
        => (await _http.GetFromJsonAsync(new Uri("/counts", UriKind.Relative), WireJson.Default.ServerCounts))!;

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
