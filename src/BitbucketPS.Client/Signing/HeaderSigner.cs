using System.Net.Http.Headers;

namespace BitbucketPS.Signing;

/// <summary>Signs every request with the same Authorization header, over https or to this machine only.</summary>
public abstract class HeaderSigner : IRequestSigner
{
    private readonly AuthenticationHeaderValue _header;
    private readonly SecretMask _mask;

    private protected HeaderSigner(AuthenticationHeaderValue header, params string[] secrets)
    {
        _header = header;
        _mask = new(secrets);
    }

    /// <inheritdoc />
    public abstract string CredentialKind { get; }

    /// <inheritdoc />
    public ValueTask SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Credential.RequireSafeAddress(request.RequestUri!);
        request.Headers.Authorization = _header;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<bool> RecoverAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        => ValueTask.FromResult(false);

    /// <inheritdoc />
    public string Mask(string text) => _mask.Apply(text);
}
