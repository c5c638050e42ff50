using System.Globalization;
using System.Net.Http.Headers;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>Signs each attempt with its number, so that a test sees which signature is which.</summary>
internal sealed class CountingSigner(bool recovers = false) : IRequestSigner
{
    private int _signed;

    public string CredentialKind => "Counting";

    /// <summary>How often it was asked to recover.</summary>
    public int Recoveries { get; private set; }

    public ValueTask SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _signed++;
        request.Headers.Authorization = new AuthenticationHeaderValue("Count", _signed.ToString(CultureInfo.InvariantCulture));
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> RecoverAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Recoveries++;
        return ValueTask.FromResult(recovers);
    }

    public string Mask(string text) => text;
}
