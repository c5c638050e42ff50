using System.Globalization;

namespace BitbucketPS.Help;

/// <summary>Writes a parameter as markdown.</summary>
internal static class MarkdownParameter
{
    /// <summary>Its heading, its text and its facts.</summary>
    public static IEnumerable<string> Blocks(ParameterHelp parameter) =>
    [
        $"### -{parameter.Name}",
        .. parameter.Description.Select(MarkdownText.Escape),
        string.Join('\n', Facts(parameter).Select(fact => $"- {fact.Name}: {fact.Value}").Concat(Meanings(parameter))),
    ];

    // Only what is worth a line: most parameters have no alias and take no wildcards.
    private static IEnumerable<(string Name, string Value)> Facts(ParameterHelp parameter)
    {
        IEnumerable<(string Name, string? Value)> facts =
        [
            ("Type", MarkdownText.Code(parameter.Type)),
            ("Aliases", Codes(parameter.Aliases)),
            ("Parameter sets", Names(parameter.Sets)),
            ("Required", Required(parameter)),
            ("Position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            ("Default", !parameter.IsSwitch && parameter.Default is { } value ? MarkdownText.Code(value) : null),
            ("From the pipeline", ParameterText.PipelineInput(parameter) ?? "no"),
            ("Wildcards", parameter.TakesWildcards ? "yes" : null),
            ("Accepted values", parameter.Range ?? Codes([.. parameter.AcceptedValues.Select(accepted => accepted.Name)])),
        ];
        return facts.Where(fact => fact.Value is not null).Select(fact => (fact.Name, fact.Value!));
    }

    private static IEnumerable<string> Meanings(ParameterHelp parameter) => parameter.AcceptedValues
        .Where(value => value.Description.Length > 0)
        .Select(value => $"  - {MarkdownText.Code(value.Name)}: {MarkdownText.Escape(value.Description)}");

    private static string Required(ParameterHelp parameter) => (parameter.IsMandatory, parameter.MandatorySets.Count) switch
    {
        (true, _) => "yes",
        (false, > 0) => $"in {Names(parameter.MandatorySets)}",
        _ => "no",
    };

    private static string? Names(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(", ", names);

    private static string? Codes(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(", ", names.Select(MarkdownText.Code));
}
