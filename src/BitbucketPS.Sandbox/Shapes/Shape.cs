namespace BitbucketPS.Sandbox;

/// <summary>A named shape of the API.</summary>
/// <param name="Name">As in the API description, but in one word.</param>
/// <param name="BaseName">What it extends; null for nothing.</param>
internal sealed record Shape(string Name, string? BaseName)
{
    /// <summary>The name that stands for all other properties.</summary>
    public const string Others = "*";

    /// <summary>Its own properties.</summary>
    public Dictionary<string, ShapeProperty> Properties { get; } = new(StringComparer.Ordinal);
}
