using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>Stands in for the network: gives the answers it was told to, in their order, and remembers what it was asked.</summary>
internal sealed class ScriptedTransport : HttpMessageHandler
{
    private readonly Queue<Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly List<RecordedRequest> _requests = [];

    public ScriptedTransport(params IEnumerable<HttpResponseMessage> answers)
    {
        foreach (HttpResponseMessage answer in answers)
        {
            Answer((_, _) => Task.FromResult(answer));
        }
    }

    /// <summary>What was asked, in its order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _requests;

    /// <summary>The lines of what was asked.</summary>
    public IEnumerable<string> Lines => _requests.Select(request => request.Line);

    /// <summary>Adds an answer that is made once the request is there.</summary>
    public ScriptedTransport Answer(Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>A client that talks to this transport, and asks once for everything unless told otherwise.</summary>
    public BitbucketClient CreateClient(
        IRequestSigner? signer = null,
        string baseUri = "https://api.bitbucket.org",
        TimeProvider? time = null,
        int retries = 0,
        bool trims = false) => new(new()
        {
            MaximumRetryCount = retries,
            TrimsAnswers = trims,
            BaseUri = new(baseUri),
            Signer = signer,
            TimeProvider = time ?? TimeProvider.System,
            Transport = this,
        });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RecordedRequest recorded = await RecordedRequest.TakeAsync(request, cancellationToken);
        _requests.Add(recorded);
        return _answers.TryDequeue(out Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>>? answer)
            ? await answer(recorded, cancellationToken)
            : throw new InvalidOperationException($"The script has no answer left for {recorded.Line}.");
    }
}
