using System.Collections.Concurrent;

namespace BitbucketPS.Tests.Hosting;

/// <summary>The way to a sandbox, for a client of a test's own: it counts what goes through, and lets the test in between.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="before">Gets the path with its query before a request goes on; gives the one to send instead, once it is time.</param>
internal sealed class SandboxTransport(SandboxFixture sandbox, Func<string, CancellationToken, Task<string>>? before = null)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
{
    private int _underWay;

    /// <summary>The paths that were asked for, with their queries.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>How many requests were under way as each began, itself included.</summary>
    public ConcurrentQueue<int> UnderWay { get; } = new();

    /// <summary>A session over a client that goes this way, in the variable session.</summary>
    public void Connect(ModuleRunspace module, int throttleLimit = 8, bool trimsAnswers = true, TimeProvider? time = null)
        => module.Run(
            "$session = [BitbucketPS.BitbucketSession]::new([BitbucketPS.BitbucketClient]::new([BitbucketPS.BitbucketClientOptions]@{"
            + " BaseUri = $baseUri; Transport = $transport; ThrottleLimit = $limit; TrimsAnswers = $trims; TimeProvider = $time; Signer = [BitbucketPS.Signing.BearerSigner]::new($token) }), 'demo')",
            ("baseUri", sandbox.BaseUri),
            ("transport", this),
            ("limit", throttleLimit),
            ("trims", trimsAnswers),
            ("time", time ?? TimeProvider.System),
            ("token", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1)))).Clean();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.PathAndQuery;
        Requests.Enqueue(path);
        UnderWay.Enqueue(Interlocked.Increment(ref _underWay));
        try
        {
            if (before is not null)
            {
                request.RequestUri = new(request.RequestUri, await before(path, cancellationToken));
            }

            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
