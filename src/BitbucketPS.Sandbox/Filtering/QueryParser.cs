using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Reads Bitbucket's filter language (<c>q</c>) into a test of items, by recursive descent:
/// <code>
/// or         = and *("OR" and)            ; AND and OR in small letters too
/// and        = primary *("AND" primary)
/// primary    = "(" or ")" | comparison
/// comparison = field operator value | field ["NOT"] "IN" "(" value *("," value) ")"
/// </code>
/// </summary>
internal sealed class QueryParser
{
    // Far beyond what a person writes, and far from what the stack can take.
    private const int DeepestNesting = 100;

    private readonly QueryLexer _lexer;
    private readonly FieldSchema _schema;
    private QueryToken _current;
    private int _depth;

    private QueryParser(string text, FieldSchema schema)
    {
        _lexer = new(text);
        _schema = schema;
        _current = _lexer.Next();
    }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The decoded value of <c>q</c>.</param>
    /// <param name="schema">The fields that can be named, and what they hold.</param>
    /// <exception cref="ApiException">400 that says what is wrong.</exception>
    public static Predicate<JsonObject> Parse(string text, FieldSchema schema)
    {
        QueryParser parser = new(text, schema);
        Predicate<JsonObject> test = parser.ParseOr();
        return parser._current.Kind == QueryTokenKind.End
            ? test
            : throw Error($"'{parser._current.Text}' was not expected");
    }

    public static ApiException Error(string problem) => ApiErrors.BadField("q", problem, "Invalid query");

    private Predicate<JsonObject> ParseOr()
    {
        Predicate<JsonObject> left = ParseAnd();
        while (TryTake(QueryTokenKind.Word, "OR"))
        {
            Predicate<JsonObject> first = left;
            Predicate<JsonObject> second = ParseAnd();
            left = item => first(item) || second(item);
        }

        return left;
    }

    private Predicate<JsonObject> ParseAnd()
    {
        Predicate<JsonObject> left = ParsePrimary();
        while (TryTake(QueryTokenKind.Word, "AND"))
        {
            Predicate<JsonObject> first = left;
            Predicate<JsonObject> second = ParsePrimary();
            left = item => first(item) && second(item);
        }

        return left;
    }

    private Predicate<JsonObject> ParsePrimary()
    {
        if (!TryTake(QueryTokenKind.Symbol, "("))
        {
            return ParseComparison();
        }

        if (++_depth > DeepestNesting)
        {
            throw Error("the parentheses are nested too deeply");
        }

        Predicate<JsonObject> inner = ParseOr();
        Expect(")");
        _depth--;
        return inner;
    }

    private Predicate<JsonObject> ParseComparison()
    {
        if (_current.Kind != QueryTokenKind.Word)
        {
            throw Error(_current.Kind == QueryTokenKind.End ? "it ends too early" : $"'{_current.Text}' is no field");
        }

        string field = Take().Text;
        QueryFieldType type = _schema.Find(field) ?? throw Error($"'{field}' is no field to filter by");
        bool isNegated = TryTake(QueryTokenKind.Word, "NOT");
        if (TryTake(QueryTokenKind.Word, "IN"))
        {
            return ParseList(field, type, isNegated);
        }

        QueryToken symbol = Take();
        return isNegated || symbol.Kind != QueryTokenKind.Symbol
            ? throw Error($"'{symbol.Text}' after '{field}' is no operator")
            : QueryOperator.Create(symbol.Text, field, type, QueryValue.FromToken(Take(), field, type));
    }

    private Predicate<JsonObject> ParseList(string field, QueryFieldType type, bool isNegated)
    {
        List<IComparable?> values = [];
        Expect("(");
        do
        {
            values.Add(QueryValue.FromToken(Take(), field, type));
        }
        while (TryTake(QueryTokenKind.Symbol, ","));
        Expect(")");
        return item => QueryValue.FromItem(item, field, type).Any(values.Contains) != isNegated;
    }

    private QueryToken Take()
    {
        QueryToken taken = _current;
        _current = _lexer.Next();
        return taken;
    }

    private bool TryTake(QueryTokenKind kind, string text)
    {
        bool matches = _current.Is(kind, text);
        if (matches)
        {
            Take();
        }

        return matches;
    }

    private void Expect(string symbol)
    {
        if (!TryTake(QueryTokenKind.Symbol, symbol))
        {
            throw Error($"'{symbol}' is missing");
        }
    }
}
