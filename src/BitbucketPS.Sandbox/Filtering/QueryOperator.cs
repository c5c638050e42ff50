using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What the operators of the filter language mean.</summary>
internal static class QueryOperator
{
    /// <summary>A test of one field against one value.</summary>
    /// <exception cref="ApiException">400 if the operator does not fit the field or the value.</exception>
    public static Predicate<JsonObject> Create(string symbol, string field, QueryFieldType type, IComparable? value)
    {
        if (symbol is "!=" or "!~")
        {
            Predicate<JsonObject> opposite = Create(symbol[1..], field, type, value);
            return item => !opposite(item);
        }

        Func<IComparable?, bool> test = symbol switch
        {
            "=" => actual => Equals(actual, value),
            "~" => Contains(symbol, field, type, value),
            ">" => Compare(symbol, field, type, value, order => order > 0),
            ">=" => Compare(symbol, field, type, value, order => order >= 0),
            "<" => Compare(symbol, field, type, value, order => order < 0),
            "<=" => Compare(symbol, field, type, value, order => order <= 0),
            _ => throw QueryParser.Error($"'{symbol}' after '{field}' is no operator"),
        };
        return item => QueryValue.FromItem(item, field, type).Any(test);
    }

    private static Func<IComparable?, bool> Contains(string symbol, string field, QueryFieldType type, IComparable? value)
        => type is QueryFieldType.Text or QueryFieldType.NaturalText && value is string part
            ? actual => actual is string text && text.Contains(part, StringComparison.OrdinalIgnoreCase)
            : throw Misfit(symbol, field);

    private static Func<IComparable?, bool> Compare(
        string symbol, string field, QueryFieldType type, IComparable? value, Func<int, bool> accept)
        => type is QueryFieldType.Number or QueryFieldType.Date or QueryFieldType.Level && value is not null
            ? actual => actual is not null && accept(actual.CompareTo(value))
            : throw Misfit(symbol, field);

    private static ApiException Misfit(string symbol, string field)
        => QueryParser.Error($"{symbol} cannot be used on {field} with that value");
}
