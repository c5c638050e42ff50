using System.Net;
using System.Text;

namespace BitbucketPS.SignIn.Tests;

/// <summary>A token endpoint that answers what the test says, and remembers what it was asked.</summary>
internal sealed class ScriptedEndpoint(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    /// <summary>The requests: address, Authorization, body.</summary>
    public List<(Uri Address, string Authorization, string Body)> Requests { get; } = [];

    /// <summary>Answers with a body.</summary>
    public static ScriptedEndpoint Answering(string body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json")
        => new((_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) }));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.RequestUri!, $"{request.Headers.Authorization}", body));
        return await answer(request, cancellationToken);
    }
}
