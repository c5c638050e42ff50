namespace BitbucketPS.Sandbox;

/// <summary>The fields of the items of a list, to filter and to sort by: all properties of their shape, at any depth.</summary>
internal sealed class FieldSchema
{
    private readonly ShapeType _item;
    private readonly string[] _natural;
    private (string Path, QueryFieldType Type)[] _hidden = [];
    private string[] _absent = [];

    private FieldSchema(ShapeType item, string[] natural)
    {
        _item = item;
        _natural = natural;
    }

    /// <summary>The fields of a shape.</summary>
    /// <param name="shape">Its name in the table of shapes.</param>
    /// <param name="natural">The fields whose digits sort as numbers.</param>
    public static FieldSchema Of(string shape, params string[] natural)
        => new(new(ShapeKind.Reference) { Name = shape }, natural);

    /// <summary>With a field that no shape has, such as one that the API filters by and never shows, or that holds more than its shape says.</summary>
    public FieldSchema With(string path, QueryFieldType type) => new(_item, _natural) { _hidden = [.. _hidden, (path, type)], _absent = _absent };

    /// <summary>Without a property that answers have, and that the service does not filter by.</summary>
    public FieldSchema Without(string name) => new(_item, _natural) { _hidden = _hidden, _absent = [.. _absent, name] };

    /// <summary>What a field holds; null if there is none of this name. The names of users are none: Bitbucket took them out.</summary>
    /// <param name="path">Such as <c>target.author.user.uuid</c>; it looks into lists too.</param>
    public QueryFieldType? Find(string path)
    {
        if (_natural.Contains(path, StringComparer.Ordinal))
        {
            return QueryFieldType.NaturalText;
        }

        foreach ((string hidden, QueryFieldType held) in _hidden)
        {
            if (string.Equals(hidden, path, StringComparison.Ordinal))
            {
                return held;
            }
        }

        ShapeType type = _item;
        string[] names = path.Split('.');
        if (_absent.Contains(names[0], StringComparer.Ordinal))
        {
            return null;
        }

        foreach (string name in names)
        {
            type = Inside(type);
            if (type.Kind is not (ShapeKind.Object or ShapeKind.Reference)
                || name is Shape.Others or "username"
                || !ShapeTable.Instance.PropertiesOf(type, typeName: null).TryGetValue(name, out ShapeProperty? property))
            {
                return null;
            }

            type = property.Type;
        }

        return TypeOf(Inside(type));
    }

    private static ShapeType Inside(ShapeType type) => type.Kind is ShapeKind.List ? Inside(type.Item!) : type;

    private static QueryFieldType TypeOf(ShapeType type) => type.Kind switch
    {
        ShapeKind.Text or ShapeKind.Choice => QueryFieldType.Text,
        ShapeKind.Time => QueryFieldType.Date,
        ShapeKind.Integer or ShapeKind.Number => QueryFieldType.Number,
        ShapeKind.Boolean => QueryFieldType.Boolean,
        _ => QueryFieldType.Object,
    };
}
