using System.Net.Http.Headers;

namespace BitbucketPS.Signing;

/// <summary>Signs with an access token (RFC 6750): <c>Authorization: Bearer …</c>.</summary>
public sealed class BearerSigner : HeaderSigner
{
    /// <summary>Signs with a token.</summary>
    /// <param name="accessToken">A repository, project, workspace or OAuth access token, of any length.</param>
    /// <exception cref="BitbucketException">The token is empty or holds characters that no token has.</exception>
    public BearerSigner(string accessToken)
        : base(Header(accessToken), accessToken)
    {
    }

    /// <inheritdoc />
    public override string CredentialKind => "AccessToken";

    private static AuthenticationHeaderValue Header(string accessToken)
    {
        Credential.RequireVisible(accessToken, "access token");
        return new("Bearer", accessToken);
    }
}
