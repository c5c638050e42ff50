using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>An armoured public key of OpenPGP (RFC 9580 section 6), as far as its fingerprint needs.</summary>
internal static class GpgKeyBlock
{
    private const string Begin = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private const string End = "-----END PGP PUBLIC KEY BLOCK-----";
    private const int PublicKeyTag = 6;

    /// <summary>The fingerprint of the first key in the block, in capital hexadecimal digits; null if there is none.</summary>
    public static string? ReadFingerprint(string text)
    {
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            return null;
        }

        // Headers end with an empty line; a checksum begins with an equals sign.
        string body = text[(begin + Begin.Length)..end].ReplaceLineEndings("\n").TrimStart('\n');
        int headers = body.IndexOf("\n\n", StringComparison.Ordinal);
        string[] lines = [.. (headers < 0 ? body : body[headers..]).Split('\n').Where(line => line.Length > 0 && line[0] != '=')];
        string base64 = string.Concat(lines.Where(line => !line.Contains(": ", StringComparison.Ordinal)));
        byte[] packets = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, packets, out int length) ? OfPacket(packets.AsSpan(0, length)) : null;
    }

    /// <summary>The block of an RSA key of version 4 (RFC 9580 section 5.5.2.2), with the name of whose it is.</summary>
    public static string Write(RSAParameters key, DateTimeOffset created, string name)
    {
        byte[] time = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(time, (uint)created.ToUnixTimeSeconds());
        byte[] body = [4, .. time, 1, .. Integer(key.Modulus!), .. Integer(key.Exponent!)];
        byte[] packets = [0x99, (byte)(body.Length >> 8), (byte)body.Length, .. body, 0xB4, (byte)name.Length, .. Encoding.ASCII.GetBytes(name)];
        IEnumerable<string> lines = Convert.ToBase64String(packets).Chunk(64).Select(chunk => new string(chunk));
        return $"{Begin}\n\n{string.Join('\n', lines)}\n{End}\n";
    }

    // Section 3.2: how many bits, and the number. Both of RSA begin with their highest byte.
    private static byte[] Integer(byte[] value)
    {
        int bits = (value.Length * 8) - byte.LeadingZeroCount(value[0]);
        return [(byte)(bits >> 8), (byte)bits, .. value];
    }

    // RFC 9580 sections 4.2 and 5.5.4.2: version 4 hashes 0x99, a length of two octets and the packet with SHA-1.
    private static string? OfPacket(ReadOnlySpan<byte> packets)
    {
        if (packets.Length < 3 || (packets[0] & 0x80) == 0)
        {
            return null;
        }

        bool isNew = (packets[0] & 0x40) != 0;
        int tag = isNew ? packets[0] & 0x3F : (packets[0] & 0x3F) >> 2;
        (int header, int length) = isNew ? NewLength(packets) : OldLength(packets);
        if (tag != PublicKeyTag || length <= 0 || header + length > packets.Length || packets[header] != 4)
        {
            return null;
        }

        byte[] input = [0x99, (byte)(length >> 8), (byte)length, .. packets.Slice(header, length)];
        return Convert.ToHexString(Hash(input));
    }

    [SuppressMessage("Security", "CA5350", Justification = "The fingerprint of version 4 is SHA-1 by definition, and protects nothing here.")]
    private static byte[] Hash(byte[] input) => SHA1.HashData(input);

    private static (int Header, int Length) OldLength(ReadOnlySpan<byte> packets) => (packets[0] & 3) switch
    {
        0 => (2, packets[1]),
        1 => (3, BinaryPrimitives.ReadUInt16BigEndian(packets[1..])),
        _ => (0, -1),
    };

    private static (int Header, int Length) NewLength(ReadOnlySpan<byte> packets) => packets[1] switch
    {
        < 192 => (2, packets[1]),
        < 224 => (3, ((packets[1] - 192) << 8) + packets[2] + 192),
        _ => (0, -1),
    };
}
