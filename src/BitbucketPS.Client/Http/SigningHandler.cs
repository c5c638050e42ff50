using System.Net;
using BitbucketPS.Signing;

namespace BitbucketPS.Http;

/// <summary>Signs each attempt that goes to the API's own server, and only those.</summary>
internal sealed class SigningHandler(IRequestSigner signer, Uri baseUri, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A redirect may have led to a media store, which must not see the credential (and refuses two of them).
        if (!ServerAddress.SameOrigin(request.RequestUri!, baseUri))
        {
            request.Headers.Authorization = null;
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage response = await SignAndSendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !await RecoverAsync(response, cancellationToken).ConfigureAwait(false))
        {
            return response;
        }

        response.Dispose();
        return await SignAndSendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> RecoverAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await signer.RecoverAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SignAndSendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            await signer.SignAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketException e)
        {
            // A token that cannot be renewed: of the request itself nothing has been sent.
            e.Hint = RetryHint.Unsent;
            throw;
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
