using System.Text.RegularExpressions;

namespace BitbucketPS.Help;

/// <summary>Makes markdown of plain text.</summary>
internal static partial class MarkdownText
{
    /// <summary>Marks what markdown would take for its own.</summary>
    public static string Escape(string text) => Special().Replace(text, @"\$0");

    /// <summary>A value as code, which needs no marks.</summary>
    public static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";

    /// <summary>A block of PowerShell.</summary>
    public static string Block(string code) => $"```powershell\n{code}\n```";

    // An underscore within a word, and a bracket that no address follows, mean nothing to it.
    [GeneratedRegex("""[\\`*<>|~]|\b_|_\b""", RegexOptions.None, 1000)]
    private static partial Regex Special();
}
