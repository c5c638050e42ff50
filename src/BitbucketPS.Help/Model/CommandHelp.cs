namespace BitbucketPS.Help;

/// <summary>Everything the help of one cmdlet says.</summary>
internal sealed record CommandHelp
{
    public required string Verb { get; init; }

    public required string Noun { get; init; }

    public string Name => $"{Verb}-{Noun}";

    public required string Synopsis { get; init; }

    /// <summary>Paragraphs.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>The ways to call it, the default first.</summary>
    public required IReadOnlyList<ParameterSetHelp> Sets { get; init; }

    /// <summary>Each parameter once, by name; those of the engine last.</summary>
    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    public required IReadOnlyList<TypeHelp> Inputs { get; init; }

    public required IReadOnlyList<TypeHelp> Outputs { get; init; }

    public required IReadOnlyList<ExampleHelp> Examples { get; init; }

    /// <summary>Names of related cmdlets.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];
}
