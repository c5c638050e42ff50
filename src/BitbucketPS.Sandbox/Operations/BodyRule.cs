namespace BitbucketPS.Sandbox;

/// <summary>What body an operation takes.</summary>
internal sealed record BodyRule
{
    public static BodyRule None { get; } = new() { IsOptional = true };

    /// <summary>The shape of a JSON body; null where none is taken.</summary>
    public ShapeType? Shape { get; init; }

    /// <summary>Whether the request may come without a body.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The properties a body must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Whether the operation reads forms, multipart or not, by itself.</summary>
    public bool TakesForms { get; init; }

    /// <summary>Reads the column of the table.</summary>
    public static BodyRule Parse(string text)
    {
        string[] parts = text.Split('!');
        string[] kinds = parts[0].TrimEnd('?').Split('|');
        string? shape = Array.Find(kinds, kind => kind is not ("-" or "form"));
        return new()
        {
            Shape = shape is null ? null : ShapeTypeParser.Parse(shape),
            IsOptional = shape is null || parts[0].EndsWith('?'),
            Required = parts.Length > 1 ? parts[1].Split(',') : [],
            TakesForms = kinds.Contains("form", StringComparer.Ordinal),
        };
    }
}
