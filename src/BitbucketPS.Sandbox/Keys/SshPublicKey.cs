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
    /// <summary>Type and key, without the comment.</summary>
    public string Text => $"{Type} {Base64}";

    /// <summary>As <c>ssh-keygen -l</c> shows it.</summary>
    public string Fingerprint => "SHA256:" + Convert.ToBase64String(SHA256.HashData(Blob)).TrimEnd('=');

    /// <summary>Reads a key; the blob has to say the type that stands before it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SshPublicKey? key)
    {
        key = null;
        string[] parts = text.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        byte[] blob = new byte[text.Length];
        if (parts.Length < 2 || !Convert.TryFromBase64String(parts[1], blob, out int length) || length < 4)
        {
            return false;
        }

        blob = blob[..length];
        int size = BinaryPrimitives.ReadInt32BigEndian(blob);
        if (size != parts[0].Length || length < 4 + size || !string.Equals(Encoding.ASCII.GetString(blob, 4, size), parts[0], StringComparison.Ordinal))
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
}
