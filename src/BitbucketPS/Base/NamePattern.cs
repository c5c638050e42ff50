using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BitbucketPS.Cmdlets;

/// <summary>A name as a person gives it: plain, or with wildcards.</summary>
internal sealed partial class NamePattern
{
    private readonly string _text;
    private readonly WildcardPattern _pattern;

    /// <summary>Takes a name.</summary>
    /// <exception cref="BitbucketException">Its wildcards are broken.</exception>
    public NamePattern(string text)
    {
        _text = text;
        _pattern = new(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        RequireValid();
    }

    /// <summary>True if it has wildcards; a plain name is looked up by itself.</summary>
    public bool HasWildcards => WildcardPattern.ContainsWildcardCharacters(_text);

    /// <summary>The name that is meant where it has no wildcards: without the backticks before brackets that stand for themselves.</summary>
    public string Literal => WildcardPattern.Unescape(_text);

    /// <summary>True if every name is meant.</summary>
    public bool IsEverything => _text.AsSpan().Trim('*').IsEmpty;

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

    // The engine parses a pattern when it is first used, and then with an exception of its own.
    private void RequireValid()
    {
        try
        {
            _pattern.IsMatch("");
        }
        catch (WildcardPatternException e)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{_text}' is no valid pattern.", e)
            {
                RecommendedAction = "Close each bracket, as in release/[12].*, or put a backtick before one that is meant as it is.",
            };
        }
    }

    // Sets in brackets, and whatever is no plain ASCII: servers differ in how they compare the rest.
    [GeneratedRegex(@"\[\]?[^\]]*\]|[^A-Za-z0-9/_.-]+", RegexOptions.None, 1000)]
    private static partial Regex NotPlain();
}
