using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>A public key as OpenSSH writes it: <c>TYPE BASE64 COMMENT</c>.</summary>
/// <param name="Type">Such as <c>ssh-ed25519</c>.</param>
/// <param name="Base64">The key itself.</param>
/// <param name="Comment">What stands behind it; empty for nothing.</param>
/// <param name="Blob">The key itself, decoded.</param>
internal sealed record SshPublicKey(string Type, string Base64, string Comment, byte[] Blob)
{
    // RFC 4253 section 6.6, RFC 5656, RFC 8709 and OpenSSH's PROTOCOL.u2f: so many fields has the blob, its type among them.
    private static readonly Dictionary<string, int> s_fields = new(StringComparer.Ordinal)
    {
        ["ssh-rsa"] = 3,
        ["ssh-dss"] = 5,
        ["ssh-ed25519"] = 2,
        ["ecdsa-sha2-nistp256"] = 3,
        ["ecdsa-sha2-nistp384"] = 3,
        ["ecdsa-sha2-nistp521"] = 3,
        ["sk-ssh-ed25519@openssh.com"] = 3,
        ["sk-ecdsa-sha2-nistp256@openssh.com"] = 4,
    };

    /// <summary>Type and key, without the comment.</summary>
    public string Text => $"{Type} {Base64}";

    /// <summary>As <c>ssh-keygen -l</c> shows it.</summary>
    public string Fingerprint => "SHA256:" + Convert.ToBase64String(SHA256.HashData(Blob)).TrimEnd('=');

    /// <summary>Reads a key; the blob has to say the type that stands before it, and to hold what a key of this type does.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SshPublicKey? key)
    {
        key = null;
        string[] parts = text.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        byte[] blob = new byte[text.Length];
        if (parts.Length < 2 || text.Trim().Any(char.IsControl) || !Convert.TryFromBase64String(parts[1], blob, out int length))
        {
            return false;
        }

        blob = blob[..length];
        bool isWhole = s_fields.TryGetValue(parts[0], out int fields)
            && ReadFields(blob) is { } found
            && found.Count == fields
            && string.Equals(Encoding.ASCII.GetString(blob[found[0]]), parts[0], StringComparison.Ordinal);
        if (!isWhole)
        {
            return false;
        }

        key = new(parts[0], parts[1], parts.Length > 2 ? parts[2] : "", blob);
        return true;
    }

    /// <summary>Reads the key of a request.</summary>
    /// <exception cref="ApiException">400 if it is none.</exception>
    public static SshPublicKey Require(string text)
        => TryParse(text, out SshPublicKey? key) ? key : throw ApiErrors.BadField("key", "Invalid SSH key.");

    // Each has its length before it; null if they do not fill the blob.
    private static List<Range>? ReadFields(byte[] blob)
    {
        List<Range> fields = [];
        int place = 0;
        while (blob.Length - place >= 4)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(blob.AsSpan(place));
            place += 4;
            if (size == 0 || size > blob.Length - place)
            {
                return null;
            }

            fields.Add(place..(place + (int)size));
            place += (int)size;
        }

        return place == blob.Length && fields.Count > 0 ? fields : null;
    }
}
