using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Ids that are the same on every start, so that scripts and recordings can be compared.</summary>
internal static class StableId
{
    // RFC 9562 section 5.5: a name-based UUID hashes a name space and a name. This one is the sandbox's own.
    private static readonly Guid s_nameSpace = new("6d0f1d5e-3c57-4f0b-9a53-6f6b0f2f5c11");

    /// <summary>A version 5 UUID in braces, as Bitbucket writes it.</summary>
    /// <param name="kind">What it identifies, so that a user and a workspace of one name differ.</param>
    /// <param name="name">The name of the thing.</param>
    public static string Uuid(string kind, string name)
    {
        byte[] input = [.. s_nameSpace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{kind}/{name}")];
        byte[] bytes = SHA256.HashData(input)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("B");
    }
}
