namespace BitbucketPS.Help;

/// <summary>What the help says of a parameter beyond its own text.</summary>
internal static class ParameterText
{
    /// <summary>The parameter's text, then what values it takes, and which parameter sets demand it.</summary>
    public static IEnumerable<string> Paragraphs(ParameterHelp parameter) =>
    [
        .. parameter.Description,
        .. Values(parameter),
        .. parameter.Range is { } range ? [$"Accepted values: {range}."] : Array.Empty<string>(),
        .. parameter.MandatorySets.Count > 0 ? [$"Required in: {string.Join(", ", parameter.MandatorySets)}."] : Array.Empty<string>(),
    ];

    /// <summary>How the pipeline fills the parameter; null if it does not.</summary>
    public static string? PipelineInput(ParameterHelp parameter) => (parameter.FromPipeline, parameter.FromPropertyName) switch
    {
        (true, true) => "ByValue, ByPropertyName",
        (true, false) => "ByValue",
        (false, true) => "ByPropertyName",
        _ => null,
    };

    private static IEnumerable<string> Values(ParameterHelp parameter)
    {
        if (parameter.AcceptedValues.Count == 0)
        {
            return [];
        }

        string names = $"Accepted values: {string.Join(", ", parameter.AcceptedValues.Select(value => value.Name))}.";
        IEnumerable<string> meanings = parameter.AcceptedValues
            .Where(value => value.Description.Length > 0)
            .Select(value => $"- {value.Name}: {value.Description}");
        return meanings.Prepend(names);
    }
}
