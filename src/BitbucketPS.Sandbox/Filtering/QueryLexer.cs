using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Cuts a filter into words.</summary>
internal sealed class QueryLexer
{
    private static readonly string[] s_symbols = ["!=", "!~", ">=", "<=", "=", "~", ">", "<", "(", ")", ","];
    private readonly string _text;
    private int _position;

    public QueryLexer(string text)
    {
        _text = text;
    }

    /// <summary>The next word; <see cref="QueryTokenKind.End"/> for ever after the last.</summary>
    /// <exception cref="ApiException">400 for what can be no word.</exception>
    public QueryToken Next()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }

        if (_position == _text.Length)
        {
            return new(QueryTokenKind.End, "");
        }

        char first = _text[_position];
        if (first == '"')
        {
            return new(QueryTokenKind.Text, ReadQuoted());
        }

        if (char.IsAsciiLetter(first) || first == '_')
        {
            return new(QueryTokenKind.Word, Conjunction(ReadWhile(IsWordCharacter)));
        }

        return char.IsAsciiDigit(first) || first == '-' ? ReadNumberOrDate() : ReadSymbol();
    }

    // Bitbucket's documentation has "and" in its examples, beside AND.
    private static string Conjunction(string word) => word is "and" or "or" ? word.ToUpperInvariant() : word;

    private static bool IsWordCharacter(char value) => char.IsAsciiLetterOrDigit(value) || value is '_' or '.';

    private static bool IsNumberOrDateCharacter(char value) => char.IsAsciiDigit(value) || value is '-' or '+' or ':' or '.' or 'T' or 'Z';

    private string ReadQuoted()
    {
        StringBuilder text = new();
        for (_position++; _position < _text.Length && _text[_position] != '"'; _position++)
        {
            if (_text[_position] == '\\' && _position + 1 < _text.Length)
            {
                _position++;
            }

            text.Append(_text[_position]);
        }

        if (_position == _text.Length)
        {
            throw QueryParser.Error("a text has no closing quote");
        }

        _position++;
        return text.ToString();
    }

    private QueryToken ReadNumberOrDate()
    {
        string text = ReadWhile(IsNumberOrDateCharacter);
        if (QueryValue.TryParseNumber(text, out _))
        {
            return new(QueryTokenKind.Number, text);
        }

        return QueryValue.TryParseDate(text, out _)
            ? new(QueryTokenKind.Date, text)
            : throw QueryParser.Error($"'{text}' is neither a number nor an ISO 8601 date");
    }

    private QueryToken ReadSymbol()
    {
        string? symbol = Array.Find(
            s_symbols, candidate => string.CompareOrdinal(_text, _position, candidate, 0, candidate.Length) == 0);
        if (symbol is null)
        {
            throw QueryParser.Error($"'{_text[_position]}' was not expected");
        }

        _position += symbol.Length;
        return new(QueryTokenKind.Symbol, symbol);
    }

    private string ReadWhile(Func<char, bool> condition)
    {
        int start = _position;
        while (_position < _text.Length && condition(_text[_position]))
        {
            _position++;
        }

        return _text[start.._position];
    }
}
