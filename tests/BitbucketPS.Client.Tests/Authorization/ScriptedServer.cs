using System.Net;
using System.Text;

namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>A server that gives the scripted answers in turn, and remembers what it was asked.</summary>
internal sealed class ScriptedServer(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public const string RequestToken = "oauth_token=req-token&oauth_token_secret=MARKED-request-secret&oauth_callback_confirmed=true";
    public const string AccessToken = "oauth_token=MARKED-access-token&oauth_token_secret=MARKED-access-secret";

    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _answers = new(answers);

    public List<(HttpMethod Method, Uri Address, string Authorization)> Requests { get; } = [];

    public static Func<HttpRequestMessage, HttpResponseMessage> Form(string body, HttpStatusCode status = HttpStatusCode.OK)
        => Text(body, "application/x-www-form-urlencoded", status);

    public static Func<HttpRequestMessage, HttpResponseMessage> Text(string body, string mediaType, HttpStatusCode status = HttpStatusCode.OK)
        => _ => new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    /// <summary>The parameters of the Authorization header of a request, decoded.</summary>
    public IReadOnlyDictionary<string, string> Parameters(int index)
    {
        string header = Requests[index].Authorization;
        Assert.StartsWith("OAuth ", header, StringComparison.Ordinal);
        return header["OAuth ".Length..].Split(", ").Select(piece => piece.Split('=', 2)).ToDictionary(
            pair => pair[0],
            pair => Uri.UnescapeDataString(pair[1].Trim('"')),
            StringComparer.Ordinal);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add((request.Method, request.RequestUri!, request.Headers.Authorization!.ToString()));
        HttpResponseMessage response = _answers.Dequeue()(request);
        response.RequestMessage = request;
        return Task.FromResult(response);
    }
}
