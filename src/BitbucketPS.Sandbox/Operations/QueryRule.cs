namespace BitbucketPS.Sandbox;

/// <summary>A parameter that an operation has in its query.</summary>
/// <param name="Name">As it is sent.</param>
/// <param name="Type">What it holds.</param>
internal sealed record QueryRule(string Name, ShapeType Type)
{
    public bool IsRequired { get; init; }

    /// <summary>Whether it may come more than once.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether a value is one that the parameter can have.</summary>
    public bool Accepts(string value) => Type.Kind switch
    {
        ShapeKind.Integer => long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
        ShapeKind.Boolean => value is "true" or "false" or "True" or "False" or "1" or "0",
        ShapeKind.Time => QueryValue.TryParseDate(value, out _),
        ShapeKind.Choice => Type.Choices.Contains(value, StringComparer.Ordinal),
        ShapeKind.Text when Type.Name is "uuid" => Guid.TryParse(value, out _),
        _ => true,
    };
}
