using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Percent-encoding over bytes, as strict as RFC 3986 and RFC 5849 section 3.6 want it.</summary>
internal static class PercentCoding
{
    private const string HexDigits = "0123456789ABCDEF";
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Leaves letters, digits and <c>-._~</c>; all other bytes become <c>%XX</c> in capitals.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes, string alsoLeft = "")
    {
        StringBuilder text = new(bytes.Length);
        foreach (byte value in bytes)
        {
            if (IsUnreserved((char)value) || alsoLeft.Contains((char)value, StringComparison.Ordinal))
            {
                text.Append((char)value);
            }
            else
            {
                text.Append('%').Append(HexDigits[value >> 4]).Append(HexDigits[value & 15]);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc cref="Encode(ReadOnlySpan{byte}, string)"/>
    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>For paths of links, where real answers leave slashes as they are.</summary>
    public static string EncodePath(string text) => Encode(Encoding.UTF8.GetBytes(text), "/");

    /// <summary>Decodes once.</summary>
    /// <param name="text">Percent-encoded; other characters stand for themselves.</param>
    /// <param name="plusIsSpace">True for forms and queries, false for paths and the Authorization header.</param>
    /// <param name="bytes">What it means.</param>
    /// <returns>False if a percent sign is not followed by two digits, or a character is no ASCII.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, bool plusIsSpace, [NotNullWhen(true)] out byte[]? bytes)
    {
        List<byte> decoded = new(text.Length);
        bytes = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (text.Length - i < 3 || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                {
                    return false;
                }

                decoded.Add((byte)((HexValue(text[i + 1]) << 4) | HexValue(text[i + 2])));
                i += 2;
            }
            else if (text[i] > 127)
            {
                return false;
            }
            else
            {
                decoded.Add(plusIsSpace && text[i] == '+' ? (byte)' ' : (byte)text[i]);
            }
        }

        bytes = [.. decoded];
        return true;
    }

    /// <summary>Decodes once, to text.</summary>
    /// <returns>False also if the bytes are no UTF-8.</returns>
    public static bool TryDecodeText(ReadOnlySpan<char> text, bool plusIsSpace, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        return TryDecode(text, plusIsSpace, out byte[]? bytes) && TryReadUtf8(bytes, out decoded);
    }

    /// <summary>Reads UTF-8 without replacing what is none.</summary>
    public static bool TryReadUtf8(byte[] bytes, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = s_strictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }

    private static bool IsUnreserved(char value) => char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~';

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
