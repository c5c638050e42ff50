using System.Globalization;
using System.Text;

namespace BitbucketPS.Signing;

/// <summary>The encodings of OAuth 1.0a: strict percent-encoding out, forms and query strings in.</summary>
/// <remarks>
/// Works on bytes. A query string may hold bytes that are no UTF-8; through a string they would change,
/// and with them the signature.
/// </remarks>
internal static class FormEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly System.Buffers.SearchValues<byte> s_unreserved
        = System.Buffers.SearchValues.Create(Encoding.ASCII.GetBytes(Unreserved));

    /// <summary>Percent-encodes a text (RFC 5849 section 3.6): UTF-8, upper-case hex, all but the unreserved characters.</summary>
    /// <remarks>Half a surrogate pair has no UTF-8 and goes out as U+FFFD.</remarks>
    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>Percent-encodes bytes (RFC 5849 section 3.6).</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        StringBuilder encoded = new(bytes.Length * 3);
        foreach (byte value in bytes)
        {
            if (s_unreserved.Contains(value))
            {
                encoded.Append((char)value);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }

        return encoded.ToString();
    }

    /// <summary>The parameters of a form or a query string, decoded to bytes; repeated and empty ones stay, in order.</summary>
    public static IReadOnlyList<KeyValuePair<byte[], byte[]>> Parse(ReadOnlySpan<byte> form)
    {
        List<KeyValuePair<byte[], byte[]>> parameters = [];
        while (!form.IsEmpty)
        {
            int end = form.IndexOf((byte)'&');
            ReadOnlySpan<byte> piece = end < 0 ? form : form[..end];
            form = end < 0 ? [] : form[(end + 1)..];
            if (!piece.IsEmpty)
            {
                int equals = piece.IndexOf((byte)'=');
                parameters.Add(equals < 0
                    ? new(Decode(piece), [])
                    : new(Decode(piece[..equals]), Decode(piece[(equals + 1)..])));
            }
        }

        return parameters;
    }

    /// <summary>The parameters of a form or a query string as text.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ParseText(string form)
        => [.. Parse(Encoding.UTF8.GetBytes(form)).Select(pair => KeyValuePair.Create(
            Encoding.UTF8.GetString(pair.Key),
            Encoding.UTF8.GetString(pair.Value)))];

    // A percent sign without two digits behind it stands for itself, as in every browser.
    private static byte[] Decode(ReadOnlySpan<byte> encoded)
    {
        List<byte> decoded = new(encoded.Length);
        for (int i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length
                && char.IsAsciiHexDigit((char)encoded[i + 1]) && char.IsAsciiHexDigit((char)encoded[i + 2]))
            {
                decoded.Add((byte)((HexValue(encoded[i + 1]) << 4) | HexValue(encoded[i + 2])));
                i += 2;
            }
            else
            {
                decoded.Add(encoded[i] == '+' ? (byte)' ' : encoded[i]);
            }
        }

        return [.. decoded];
    }

    private static int HexValue(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
