namespace BitbucketPS.SignIn.OAuth2;

/// <summary>Sends a request for a token within a time, and reads an answer of a size, that such requests never exceed.</summary>
internal sealed class TokenTransport(HttpMessageInvoker inner, TimeProvider timeProvider) : HttpMessageHandler
{
    private const long LongestAnswer = 1024 * 1024;

    // What HttpClient allows a request by default.
    private static readonly TimeSpan s_longestRequest = TimeSpan.FromSeconds(100);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(s_longestRequest, timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            HttpResponseMessage response = await inner.SendAsync(request, either.Token).ConfigureAwait(false);
            try
            {
                // LoadIntoBufferAsync of .NET 8 takes no token: closing the answer is what ends it.
                using CancellationTokenRegistration closing = either.Token.Register(response.Dispose);
                await response.Content.LoadIntoBufferAsync(LongestAnswer).ConfigureAwait(false);
                return response;
            }
            catch
            {
                response.Dispose();
                either.Token.ThrowIfCancellationRequested();
                throw;
            }
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("No answer in time.", e);
        }
    }
}
