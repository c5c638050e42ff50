using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>A refresh token of OAuth 2 as it is kept: without its text, which only its client needs.</summary>
/// <param name="Hash">What it is recognised by.</param>
/// <param name="GrantId">The grant that it lives and dies with.</param>
/// <param name="AccountUuid">Whom it acts as.</param>
/// <param name="Scopes">What the grant allows.</param>
/// <param name="ExpiresOn">From then on it is good for nothing.</param>
/// <param name="IsUsed">Whether it was used, and lasts a little longer.</param>
internal sealed record KeptRefreshToken(
    string Hash, string GrantId, string AccountUuid, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresOn, bool IsUsed) : ILocalEntity
{
    /// <inheritdoc/>
    public string Id => Hash;

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
