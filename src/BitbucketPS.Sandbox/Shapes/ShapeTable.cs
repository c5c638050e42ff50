using System.Collections.Frozen;

namespace BitbucketPS.Sandbox;

/// <summary>All shapes of the API.</summary>
internal sealed class ShapeTable
{
    private readonly FrozenDictionary<string, Shape> _shapes;
    private readonly ILookup<string, Shape> _derived;

    private ShapeTable(Dictionary<string, Shape> shapes)
    {
        _shapes = shapes.ToFrozenDictionary(StringComparer.Ordinal);
        _derived = shapes.Values.Where(shape => shape.BaseName is not null).ToLookup(shape => shape.BaseName!, StringComparer.Ordinal);
    }

    /// <summary>The table that the sandbox carries.</summary>
    public static ShapeTable Instance { get; } = Load();

    /// <summary>A shape by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none: the tables of the sandbox do not fit together.</exception>
    public Shape this[string name] => _shapes[name];

    /// <summary>The properties that a value of a type may have: for a shape its own, those it extends and those that extend it.</summary>
    /// <param name="type">An object or a reference.</param>
    /// <param name="typeName">What the value says in its property <c>type</c>; null where it says nothing.</param>
    public IReadOnlyDictionary<string, ShapeProperty> PropertiesOf(ShapeType type, string? typeName)
    {
        if (type.Kind is not ShapeKind.Reference)
        {
            return type.Properties;
        }

        Dictionary<string, ShapeProperty> all = new(StringComparer.Ordinal);
        Shape shape = _shapes[type.Name];
        AddWithBases(shape, all);
        foreach (Shape derived in DerivedFrom(shape).Where(derived => typeName is null || Says(derived, typeName)))
        {
            AddWithBases(derived, all);
        }

        return all;
    }

    private static ShapeTable Load()
    {
        using Stream stream = typeof(ShapeTable).Assembly.GetManifestResourceStream("shapes.txt")!;
        using StreamReader reader = new(stream);
        return new(ShapeParser.Parse(reader));
    }

    private static bool Says(Shape shape, string typeName) => string.Equals(shape.Name, typeName, StringComparison.Ordinal);

    // Everything extends object, so its descendants say nothing about a value that is declared as no more than that.
    private IEnumerable<Shape> DerivedFrom(Shape shape)
        => shape.Name is "object" ? [] : _derived[shape.Name].SelectMany(derived => DerivedFrom(derived).Prepend(derived));

    private void AddWithBases(Shape shape, Dictionary<string, ShapeProperty> all)
    {
        for (Shape? next = shape; next is not null; next = next.BaseName is { } name ? _shapes[name] : null)
        {
            foreach ((string property, ShapeProperty value) in next.Properties)
            {
                all.TryAdd(property, value);
            }
        }
    }
}
