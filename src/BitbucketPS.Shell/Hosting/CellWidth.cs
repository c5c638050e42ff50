using System.Globalization;

namespace BitbucketPS.Shell.Hosting;

/// <summary>How many columns a terminal takes for a character, so that tables with names of East Asia stay straight.</summary>
internal static class CellWidth
{
    // What Unicode calls wide or full-width.
    private static readonly (char First, char Last)[] s_wide =
    [
        ('\u1100', '\u115f'), // Jamo
        ('\u2e80', '\u303e'), // Radicals, punctuation
        ('\u3041', '\u4dbf'), // Kana to CJK extension A
        ('\u4e00', '\ua4cf'), // CJK, Yi
        ('\ua960', '\ua97f'), // Jamo extended A
        ('\uac00', '\ud7a3'), // Hangul
        ('\uf900', '\ufaff'), // CJK compatibility
        ('\ufe30', '\ufe6f'), // Forms for vertical and small text
        ('\uff00', '\uff60'), // Full-width forms
        ('\uffe0', '\uffe6'), // Full-width signs
    ];

    /// <summary>The columns of a character. Most of those that are two chars, such as emoji, take two: one for each.</summary>
    public static int Of(char c) => CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ => Array.Exists(s_wide, range => c >= range.First && c <= range.Last) ? 2 : 1,
    };

    /// <summary>The columns of a text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        int width = 0;
        foreach (char c in text)
        {
            width += Of(c);
        }

        return width;
    }
}
