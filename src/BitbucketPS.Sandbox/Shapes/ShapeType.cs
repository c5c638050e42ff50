namespace BitbucketPS.Sandbox;

/// <summary>What a property of a shape, or an item of a list, holds.</summary>
/// <param name="Kind">The sort of value.</param>
internal sealed record ShapeType(ShapeKind Kind)
{
    /// <summary>The name of the shape it refers to, or of the sort of text: <c>text</c>, <c>uri</c>, <c>uuid</c> or <c>email</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The texts of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What a list holds.</summary>
    public ShapeType? Item { get; init; }

    /// <summary>The properties of an object without a name.</summary>
    public Dictionary<string, ShapeProperty> Properties { get; init; } = [];

    public bool IsNullable { get; init; }

    /// <summary>The least number.</summary>
    public long? Minimum { get; init; }

    /// <summary>How many items a list has at most.</summary>
    public int? MostItems { get; init; }

    /// <summary>How many items a list has at least.</summary>
    public int LeastItems { get; init; }
}
