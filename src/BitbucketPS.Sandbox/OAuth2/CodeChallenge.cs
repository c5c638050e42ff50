using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Proof key for code exchange (RFC 7636), with S256 only.</summary>
internal static class CodeChallenge
{
    public const string Method = "S256";

    // A SHA-256 in base64url without padding.
    private const int Length = 43;

    /// <summary>Whether it can be the hash of anything.</summary>
    public static bool IsWellFormed(string challenge) => challenge.Length == Length && challenge.All(value => char.IsAsciiLetterOrDigit(value) || value is '-' or '_');

    /// <summary>Whether the verifier is the one that the challenge was made of.</summary>
    /// <param name="challenge">What came to the authorisation page; null if nothing did.</param>
    /// <param name="verifier">What came with the code; null if nothing did.</param>
    public static bool Accepts(string? challenge, string? verifier)
    {
        // A verifier without a challenge means that somebody took the challenge away on the way (RFC 9700 section 4.8).
        if (challenge is null || verifier is null)
        {
            return challenge is null && verifier is null;
        }

        return verifier.Length is >= 43 and <= 128
            && verifier.All(value => char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~')
            && SecretText.AreEqual(challenge, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
    }
}
