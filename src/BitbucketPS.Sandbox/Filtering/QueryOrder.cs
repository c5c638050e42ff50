using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Sorts items by one field (<c>sort</c>); a leading minus turns the order round.</summary>
internal sealed class QueryOrder : IComparer<JsonObject>
{
    private readonly string _field;
    private readonly QueryFieldType _type;
    private readonly int _sign;

    private QueryOrder(string field, QueryFieldType type, int sign)
    {
        _field = field;
        _type = type;
        _sign = sign;
    }

    /// <summary>Reads the value of <c>sort</c>.</summary>
    /// <exception cref="ApiException">400 if there is no such field; only one can be named.</exception>
    public static QueryOrder Parse(string sort, FieldSchema schema)
    {
        string field = sort.StartsWith('-') ? sort[1..] : sort;
        return schema.Find(field) is { } type and not QueryFieldType.Object
            ? new(field, type, sort.StartsWith('-') ? -1 : 1)
            : throw ApiErrors.BadField("sort", $"'{field}' is no field to sort by", "Invalid sort");
    }

    /// <inheritdoc/>
    public int Compare(JsonObject? x, JsonObject? y)
    {
        IComparable? left = QueryValue.FromItem(x!, _field, _type)[0];
        IComparable? right = QueryValue.FromItem(y!, _field, _type)[0];
        int order = (left, right) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            (string a, string b) when _type == QueryFieldType.NaturalText => NaturalComparer.Compare(a, b),
            (string a, string b) => string.CompareOrdinal(a, b),
            _ => left.CompareTo(right),
        };
        return _sign * order;
    }
}
