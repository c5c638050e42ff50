using System.Net.Http.Headers;

namespace BitbucketPS.Signing;

/// <summary>Signs with an access token (RFC 6750): <c>Authorization: Bearer …</c>.</summary>
public sealed class BearerSigner : IRequestSigner
{
    private readonly AuthenticationHeaderValue _header;
    private readonly SecretMask _mask;

    /// <summary>Signs with a token.</summary>
    /// <param name="accessToken">A repository, project, workspace or OAuth access token, of any length.</param>
    /// <exception cref="BitbucketException">The token is empty or holds characters that no token has.</exception>
    public BearerSigner(string accessToken)
    {
        Credential.RequireVisible(accessToken, "access token");
        _header = new("Bearer", accessToken);
        _mask = new(accessToken);
    }

    /// <inheritdoc />
    public string CredentialKind => "AccessToken";

    /// <inheritdoc />
    public ValueTask SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization = _header;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<bool> RecoverAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        => ValueTask.FromResult(false);

    /// <inheritdoc />
    public string Mask(string text) => _mask.Apply(text);
}
