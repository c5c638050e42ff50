using System.Management.Automation;
using System.Management.Automation.Language;

namespace BitbucketPS.Cmdlets;

/// <summary>Quoting of what is completed.</summary>
internal static class CompletionText
{
    // What a bare word cannot hold, or not at its beginning.
    private const string Special = " \t'\"`$#@(){}[],;|&<>!%=+*?~\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2013\u2014\u2015";

    /// <summary>The word without the quotes that the person has begun.</summary>
    public static string Unquote(string word)
    {
        string text = word.Trim();
        if (text.Length > 0 && text[0] is '\'' or '"')
        {
            char quote = text[0];
            text = text[1..];
            text = text.EndsWith(quote) ? text[..^1] : text;
            return text.Replace($"{quote}{quote}", quote.ToString(), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The completion of a name, quoted where it has to be.</summary>
    public static CompletionResult Result(string name) => Result(name, isPattern: false);

    /// <summary>The completion of a name, quoted where it has to be.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isPattern">True if wildcards may stand in what is completed; those in the name are none.</param>
    public static CompletionResult Result(string name, bool isPattern)
    {
        string value = isPattern ? WildcardPattern.Escape(name) : name;
        bool bare = value.Length > 0 && value[0] is not ('-' or '/' or '\\') && !value.Any(c => Special.Contains(c, StringComparison.Ordinal));
        string text = bare ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
        return new(text, name, CompletionResultType.ParameterValue, name);
    }
}
