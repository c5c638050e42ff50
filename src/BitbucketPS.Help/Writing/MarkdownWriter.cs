namespace BitbucketPS.Help;

/// <summary>Writes the page of a cmdlet.</summary>
internal static class MarkdownWriter
{
    private const string CommonParameters =
        "The cmdlet takes the common parameters, such as -Verbose, -ErrorAction and -OutVariable; see `Get-Help about_CommonParameters`.";

    /// <summary>The page.</summary>
    public static string Write(CommandHelp command) => MarkdownPage.Write(
    [
        $"# {command.Name}",
        MarkdownText.Escape(command.Synopsis),
        "## Syntax",
        .. command.Sets.SelectMany(set => Syntax(command, set)),
        "## Description",
        .. command.Description.Select(MarkdownText.Escape),
        "## Examples",
        .. command.Examples.SelectMany(Example),
        "## Parameters",
        .. command.Parameters.SelectMany(MarkdownParameter.Blocks),
        "### Common parameters",
        CommonParameters,
        "## Inputs",
        List(command.Inputs.Select(Type)),
        "## Outputs",
        List(command.Outputs.Select(Type)),
        .. Related(command),
    ]);

    private static IEnumerable<string> Syntax(CommandHelp command, ParameterSetHelp set)
    {
        if (command.Sets.Count > 1)
        {
            yield return set.IsDefault ? $"### {set.Name} (default)" : $"### {set.Name}";
        }

        yield return MarkdownText.Block(SyntaxText.Write(command.Name, set));
    }

    private static IEnumerable<string> Example(ExampleHelp example, int index)
    {
        yield return $"### Example {index + 1}: {MarkdownText.Escape(example.Title)}";
        yield return MarkdownText.Block(example.Code);
        if (example.Remarks.Length > 0)
        {
            yield return MarkdownText.Escape(example.Remarks);
        }
    }

    private static IEnumerable<string> Related(CommandHelp command) => command.Related.Count == 0
        ? []
        : ["## Related", List(command.Related.Select(name => $"[{name}]({name}.md)"))];

    private static string Type(TypeHelp type)
    {
        string name = type.Name is TypeHelp.Nothing ? type.Name : MarkdownText.Code(type.Name);
        return type.Description.Length == 0 ? name : $"{name}: {MarkdownText.Escape(type.Description)}";
    }

    private static string List(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));
}
