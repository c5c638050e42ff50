using System.Text;

namespace BitbucketPS.Signing;

/// <summary>Signs with an API token (RFC 7617): the Atlassian account's e-mail address and the token.</summary>
public sealed class BasicSigner : HeaderSigner
{
    /// <summary>Signs with an e-mail address and a token.</summary>
    /// <param name="email">The e-mail address of the Atlassian account; not the Bitbucket user name.</param>
    /// <param name="apiToken">The token, of any length.</param>
    /// <exception cref="BitbucketException">One of them is empty or cannot be sent: a colon in the address, a control character.</exception>
    public BasicSigner(string email, string apiToken)
        : base(new("Basic", Encode(email, apiToken)), apiToken, Encode(email, apiToken))
    {
    }

    /// <inheritdoc />
    public override string CredentialKind => "ApiToken";

    private static string Encode(string email, string apiToken)
    {
        Credential.RequireVisible(apiToken, "API token");
        Credential.RequireUserName(email);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{email}:{apiToken}"));
    }
}
