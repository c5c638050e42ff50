using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Texts that break careless programs, and texts that are as good as any.</summary>
internal sealed class FuzzTexts(Dice dice)
{
    // Longer than any field, shorter than any limit of the server.
    private const int Long = 3000;

    private static readonly string[] s_odd =
    [
        "", " ", "\t", "\n", "\r\n", "\0", "a\0b", "\u001f", "\u007f", "\u00a0", "\u2028", "\ufeff", "\ufffd", "e\u0301", "Ünï", "日本語", "🚀", "👩‍💻",
        "'", "\"", "\\", "\\\"", "`", "$(id)", "${x}", "{}", "{", "}", "[]", "<b>", "&amp;", "%", "%%", "%2F", "%252F", "%00", "%zz", "%C3", "%FF",
        "+", "/", "//", "/../", "..", ".", "~", "*", "?", "#", ":", ";", ",", "=", "==", "&", "|", "!", "@", "^", "-", "--", "-x", "--help", "-1",
        "null", "true", "false", "NaN", "Infinity", "undefined", "None", "0", "00", "1", "1.0", "1e5", "1e400", "-0", "0x10", "2147483647", "2147483648",
        "-2147483649", "9223372036854775807", "9223372036854775808", "99999999999999999999999999999999", "0.00000000000000000000000000000000000001",
        "2026-01-01", "2026-13-45", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.123456+00:00", "9999-12-31T23:59:59.9999999+14:00", "0000-00-00", "0001-01-01T00:00:00+14:00",
        "{00000000-0000-0000-0000-000000000000}", "00000000-0000-0000-0000-000000000000", "{not-a-uuid}", "HEAD", "refs/heads/main", "main", "main..develop",
        "main...develop", "develop..main", "main~1", "main^", "main@{1}", "^main", ":/x", "main:README.md", "a b", "a.lock", ".git", "a..b", "@", "@{", "x/", "/x",
        "0000000000000000000000000000000000000000", "ffffffffffffffffffffffffffffffffffffffff", "deadbeef", "demo", "website", "docs", "WEB", "~demo", "me",
    ];

    /// <summary>A short word without anything special in it.</summary>
    public string Word() => string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + dice.Below(26))}{dice.Below(1000)}");

    /// <summary>Anything.</summary>
    public string Any() => dice.Below(12) switch
    {
        < 7 => dice.Pick(s_odd),
        7 => dice.Pick(s_odd) + dice.Pick(s_odd),
        8 => string.Concat(dice.Some(20, () => Rune())),
        9 when dice.OneIn(10) => new(dice.Pick<char>(['a', '(', '[', '{', '"', '\\', '%', '.', '/', '9', '-', 'é']), Long),
        _ => Word(),
    };

    /// <summary>A number as text.</summary>
    public string Number() => dice.Below(4) switch
    {
        0 => dice.Pick(["0", "-1", "1.5", "1e9", "1e999", "-0", "01", "+1", " 1", "1 ", "٣", "2147483648", "9223372036854775808", "99999999999999999999999999999999999"]),
        _ => dice.Below(120).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The same text with a few characters gone, doubled or replaced.</summary>
    public string Mutate(string text)
    {
        StringBuilder changed = new(text);
        for (int i = dice.Below(3); i >= 0; i--)
        {
            int at = dice.Below(changed.Length + 1);
            int length = Math.Min(dice.Below(4), changed.Length - at);
            _ = dice.Below(4) switch
            {
                0 => changed.Remove(at, length),
                1 => changed.Insert(at, changed.ToString(at, length)),
                2 => changed.Insert(at, dice.Pick(s_odd)),
                _ => changed.Remove(at, length).Insert(at, Rune()),
            };
        }

        // A cut may have left half of a surrogate pair, which no encoding can send.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(changed.ToString()));
    }

    // No halves of surrogate pairs: no encoding could send them.
    private string Rune() => dice.Below(3) switch
    {
        0 => ((char)dice.Below(128)).ToString(),
        1 => ((char)dice.Below(0xD800)).ToString(),
        _ => new Rune(0x10000 + dice.Below(0xFFFF)).ToString(),
    };
}
