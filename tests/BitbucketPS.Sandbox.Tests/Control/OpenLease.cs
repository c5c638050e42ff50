using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A lease of a sandbox, held as another program holds it.</summary>
public sealed class OpenLease : IDisposable
{
    private readonly HttpClient _http;
    private readonly StreamReader _reader;

    private OpenLease(HttpClient http, StreamReader reader, string id)
    {
        _http = http;
        _reader = reader;
        Id = id;
    }

    public string Id { get; }

    public static async Task<OpenLease> TakeAsync(Uri baseAddress, string secret)
    {
        HttpClient http = new(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = baseAddress };
        http.DefaultRequestHeaders.Add("X-Sandbox-Secret", secret);
        StreamReader reader = new(await http.GetStreamAsync(new Uri("/_sandbox/lease", UriKind.Relative), TestContext.Current.CancellationToken));
        string line = (await reader.ReadLineAsync(TestContext.Current.CancellationToken))!;
        return new(http, reader, (string)JsonNode.Parse(line)!["lease"]!);
    }

    /// <summary>Ends when the sandbox ends it.</summary>
    public Task<string> ReadToEndAsync() => _reader.ReadToEndAsync(TestContext.Current.CancellationToken);

    /// <summary>As when its holder is killed: the connection goes, and nothing is said.</summary>
    public void Dispose()
    {
        _reader.Dispose();
        _http.Dispose();
    }
}
