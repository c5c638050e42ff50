using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>The bytes of a slot: a line with version, generation and checksum, then the profiles as JSON.</summary>
internal static class SlotImage
{
    private const string Magic = "BitbucketPS profiles ";
    private const int Version = 1;
    private const int LongestHeader = 128;

    /// <summary>Makes the bytes of a slot.</summary>
    /// <param name="generation">How often the store was written.</param>
    /// <param name="document">The profiles.</param>
    public static byte[] Encode(long generation, ProfileDocument document)
    {
        byte[] body = ProfileDocumentJson.Write(document);
        byte[] header = Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{Magic}{Version} {generation} {Checksum(generation, body)}\n"));
        byte[] image = [.. header, .. body];
        CryptographicOperations.ZeroMemory(body);
        return image;
    }

    /// <summary>Reads the bytes of a slot.</summary>
    /// <param name="name">The slot's name.</param>
    /// <param name="image">The bytes; null where there are none.</param>
    public static Slot Decode(string name, byte[]? image)
    {
        if (image is null)
        {
            return new(name, SlotCondition.Absent, 0, ProfileDocument.Empty);
        }

        int end = image.AsSpan(0, Math.Min(image.Length, LongestHeader)).IndexOf((byte)'\n');
        string header = Encoding.ASCII.GetString(image, 0, end < 0 ? Math.Min(image.Length, LongestHeader) : end);
        string[] parts = header.StartsWith(Magic, StringComparison.Ordinal) ? header[Magic.Length..].Split(' ') : [];

        // The end of the number has to be there: the first digit of a number that was cut off says nothing.
        if (parts.Length > 1 && Number(parts[0]) > Version)
        {
            return new(name, SlotCondition.Newer, 0, ProfileDocument.Empty);
        }

        return end >= 0 && parts.Length == 3 && Number(parts[0]) == Version && Number(parts[1]) is long generation
            && string.Equals(parts[2], Checksum(generation, image.AsSpan(end + 1)), StringComparison.Ordinal)
            ? Whole(name, generation, image.AsMemory(end + 1))
            : new(name, SlotCondition.Damaged, 0, ProfileDocument.Empty);
    }

    private static Slot Whole(string name, long generation, ReadOnlyMemory<byte> body)
    {
        try
        {
            return new(name, SlotCondition.Whole, generation, ProfileDocumentJson.Read(body));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or KeyNotFoundException)
        {
            // It is as it was written, and yet not as this version writes: a kind of credential of a later one.
            return new(name, SlotCondition.Newer, 0, ProfileDocument.Empty);
        }
    }

    private static long? Number(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static string Checksum(long generation, ReadOnlySpan<byte> body)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Version} {generation}\n")));
        hash.AppendData(body);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
