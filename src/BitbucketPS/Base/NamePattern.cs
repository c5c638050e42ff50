using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BitbucketPS.Cmdlets;

/// <summary>A name as a person gives it: plain, or with wildcards.</summary>
internal sealed partial class NamePattern
{
    private readonly string _text;
    private readonly WildcardPattern _pattern;

    public NamePattern(string text)
    {
        _text = text;
        _pattern = new(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
    }

    /// <summary>True if it has wildcards; a plain name is looked up by itself.</summary>
    public bool HasWildcards => WildcardPattern.ContainsWildcardCharacters(_text);

    /// <summary>True if a name is meant.</summary>
    public bool IsMatch(string name) => _pattern.IsMatch(name);

    /// <summary>
    /// A condition that holds for all names that are meant, and perhaps for some more: the longest piece of plain letters,
    /// so that the server sends less. <see cref="IsMatch"/> decides.
    /// </summary>
    public string? Condition(string field)
    {
        string longest = _text.Contains('`', StringComparison.Ordinal)
            ? ""
            : NotPlain().Split(_text).MaxBy(piece => piece.Length) ?? "";
        return longest.Length == 0 ? null : $"{field} ~ {QueryText.Quote(longest)}";
    }

    // Sets in brackets, and whatever is no plain ASCII: servers differ in how they compare the rest.
    [GeneratedRegex(@"\[[^\]]*\]|[^A-Za-z0-9/_.-]+", RegexOptions.None, 1000)]
    private static partial Regex NotPlain();
}
