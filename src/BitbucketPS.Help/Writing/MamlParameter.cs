using System.Globalization;
using System.Xml.Linq;

namespace BitbucketPS.Help;

/// <summary>Writes a parameter as MAML.</summary>
internal static class MamlParameter
{
    /// <summary>The parameter as Get-Help -Parameter tells of it.</summary>
    public static XElement Full(ParameterHelp parameter) => Element(
        parameter,
        Value(parameter),
        new XElement(
            MamlNames.Dev + "type",
            new XElement(MamlNames.Maml + "name", parameter.Type),
            new XElement(MamlNames.Maml + "uri")),
        new XElement(MamlNames.Dev + "defaultValue", parameter.Default ?? "None"));

    /// <summary>The parameter as a part of the syntax, where a switch takes no value.</summary>
    public static XElement InSyntax(ParameterHelp parameter) => Element(
        parameter,
        parameter.IsSwitch ? null : Group(parameter) ?? Value(parameter));

    private static XElement Element(ParameterHelp parameter, params object?[] rest) => new(
        MamlNames.Command + "parameter",
        new XAttribute("required", parameter.IsMandatory),
        new XAttribute("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal)),
        new XAttribute("globbing", parameter.TakesWildcards),
        new XAttribute("pipelineInput", ParameterText.PipelineInput(parameter) is { } input ? $"true ({input})" : "false"),
        new XAttribute("position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none"),
        new XElement(MamlNames.Maml + "name", parameter.Name),
        new XElement(
            MamlNames.Maml + "description",
            ParameterText.Paragraphs(parameter).Select(paragraph => new XElement(MamlNames.Maml + "para", paragraph))),
        rest);

    private static XElement Value(ParameterHelp parameter) => new(
        MamlNames.Command + "parameterValue",
        new XAttribute("required", !parameter.IsSwitch),
        new XAttribute("variableLength", "false"),
        parameter.Type);

    private static XElement? Group(ParameterHelp parameter) => parameter.AcceptedValues.Count == 0 ? null : new(
        MamlNames.Command + "parameterValueGroup",
        parameter.AcceptedValues.Select(value => new XElement(
            MamlNames.Command + "parameterValue",
            new XAttribute("required", "false"),
            new XAttribute("variableLength", "false"),
            value.Name)));
}
