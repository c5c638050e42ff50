using System.Net.Http.Headers;
using System.Text;

namespace BitbucketPS.Signing;

/// <summary>Signs with an API token (RFC 7617): the Atlassian account's e-mail address and the token.</summary>
public sealed class BasicSigner : IRequestSigner
{
    private readonly AuthenticationHeaderValue _header;
    private readonly SecretMask _mask;

    /// <summary>Signs with an e-mail address and a token.</summary>
    /// <param name="email">The e-mail address of the Atlassian account; not the Bitbucket user name.</param>
    /// <param name="apiToken">The token, of any length.</param>
    /// <exception cref="BitbucketException">One of them is empty or cannot be sent: a colon in the address, a control character.</exception>
    public BasicSigner(string email, string apiToken)
    {
        Credential.RequireVisible(apiToken, "API token");
        Credential.RequireUserName(email);
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{email}:{apiToken}"));
        _header = new("Basic", encoded);
        _mask = new(apiToken, encoded);
    }

    /// <inheritdoc />
    public string CredentialKind => "ApiToken";

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
