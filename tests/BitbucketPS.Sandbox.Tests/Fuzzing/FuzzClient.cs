using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Sends anything, and waits for an answer until it is sure that none comes.</summary>
internal sealed class FuzzClient : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http;
    private readonly Uri _origin;

    public FuzzClient(SandboxFixture sandbox)
    {
        _origin = sandbox.Server.BaseAddress;
        Bearer = sandbox.Bearer;
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        };
        _http = new(handler) { Timeout = s_patience };
    }

    /// <summary>The header of the demo person.</summary>
    public string Bearer { get; }

    public async Task<FuzzAnswer> SendAsync(FuzzRequest request)
    {
        using HttpRequestMessage message = request.ToMessage(_origin);
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(message, TestContext.Current.CancellationToken);
            string text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text)
            {
                IsOfApi = response.Content.Headers.ContentType is { CharSet: "utf-8" },
            };
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return new(0, null, $"{e.Message} {e.InnerException?.Message}") { IsOfApi = false };
        }
    }

    public void Dispose() => _http.Dispose();
}
