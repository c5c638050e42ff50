namespace BitbucketPS.Help;

/// <summary>A parameter, of one parameter set or of a cmdlet as a whole.</summary>
internal sealed record ParameterHelp
{
    public required string Name { get; init; }

    /// <summary>Paragraphs.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>The type as a person writes it.</summary>
    public required string Type { get; init; }

    public bool IsSwitch { get; init; }

    public bool IsMandatory { get; init; }

    /// <summary>Null if the parameter is only taken by its name.</summary>
    public int? Position { get; init; }

    public bool FromPipeline { get; init; }

    public bool FromPropertyName { get; init; }

    public bool FromRemainingArguments { get; init; }

    public bool TakesWildcards { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Null if it has none, or none that could be written down.</summary>
    public string? Default { get; init; }

    /// <summary>Empty if any value of the type is taken.</summary>
    public IReadOnlyList<AcceptedValue> AcceptedValues { get; init; } = [];

    /// <summary>The least and the greatest value, if there are such.</summary>
    public string? Range { get; init; }

    /// <summary>The sets it belongs to; empty if it belongs to all.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>The sets that demand it, where they are not all of its sets.</summary>
    public IReadOnlyList<string> MandatorySets { get; init; } = [];
}
