using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace BitbucketPS.Tests.Hosting;

/// <summary>
/// What a client of a test's own sends to: it answers as the test says, when the test says, and counts what is under way. No
/// network, and so no clock but the test's.
/// </summary>
/// <param name="answer">Gets the method and the path with its query; gives the answer, once it is time.</param>
internal sealed class ScriptedServer(Func<string, string, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int _underWay;
    private int _most;

    /// <summary>The requests that came, in their order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>How many requests are under way.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>How many requests were under way at once, at most.</summary>
    public int Most => Volatile.Read(ref _most);

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK)
        => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage NotFound() => Json("""{"type":"error","error":{"message":"Gone away"}}""", HttpStatusCode.NotFound);

    /// <summary>A page of branches, the only one.</summary>
    public static HttpResponseMessage Branches(params IEnumerable<string> names)
        => Json($$"""{"values":[{{string.Join(',', names.Select(Named))}}]}""");

    /// <summary>One branch.</summary>
    public static HttpResponseMessage Branch(string name) => Json(Named(name));

    /// <summary>The slug of the repository that a path is about.</summary>
    public static string SlugOf(string path) => path.Split('/')[4];

    /// <summary>A refusal that says when to come back.</summary>
    public static HttpResponseMessage Later(HttpStatusCode status, int seconds)
    {
        HttpResponseMessage response = Json("{}", status);
        response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }

    /// <summary>A session over a client that sends here, in the variable session.</summary>
    public void Connect(ModuleRunspace module, int throttleLimit = 8, TimeProvider? time = null, int retries = 0)
        => module.Run(
            "$client = [BitbucketPS.BitbucketClient]::new([BitbucketPS.BitbucketClientOptions]@{"
            + " BaseUri = 'https://api.example.org'; Transport = $transport; ThrottleLimit = $limit; TimeProvider = $time; MaximumRetryCount = $retries });"
            + " $session = [BitbucketPS.BitbucketSession]::new($client, 'acme')",
            ("transport", this),
            ("limit", throttleLimit),
            ("retries", retries),
            ("time", time ?? TimeProvider.System)).Clean();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.PathAndQuery;
        Requests.Enqueue($"{request.Method} {path}");
        InterlockedMax(Interlocked.Increment(ref _underWay));
        try
        {
            HttpResponseMessage response = await answer(request.Method.Method, path, cancellationToken);
            response.RequestMessage = request;
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private static string Named(string name) => $$"""{"type":"branch","name":"{{name}}"}""";

    private void InterlockedMax(int value)
    {
        for (int most = Most; value > most; most = Most)
        {
            Interlocked.CompareExchange(ref _most, value, most);
        }
    }
}
