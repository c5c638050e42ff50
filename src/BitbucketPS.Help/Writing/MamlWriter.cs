using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace BitbucketPS.Help;

/// <summary>Writes help as Get-Help reads it.</summary>
internal static class MamlWriter
{
    /// <summary>The help of all commands, as one file.</summary>
    public static string Write(IReadOnlyList<CommandHelp> commands)
    {
        XElement root = new(
            MamlNames.Root + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", MamlNames.Maml.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "command", MamlNames.Command.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dev", MamlNames.Dev.NamespaceName),
            commands.Select(Command));
        return Text(root);
    }

    private static string Text(XElement root)
    {
        // Code keeps its line ends, and they are the same on every system.
        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, settings))
        {
            root.Save(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static XElement Command(CommandHelp command) => new(
        MamlNames.Command + "command",
        new XElement(
            MamlNames.Command + "details",
            new XElement(MamlNames.Command + "name", command.Name),
            new XElement(MamlNames.Command + "verb", command.Verb),
            new XElement(MamlNames.Command + "noun", command.Noun),
            Description([command.Synopsis])),
        Description(command.Description),
        new XElement(MamlNames.Command + "syntax", command.Sets.Select(set => Set(command, set))),
        new XElement(MamlNames.Command + "parameters", command.Parameters.Select(MamlParameter.Full)),
        new XElement(MamlNames.Command + "inputTypes", command.Inputs.Select(type => Type("inputType", type))),
        new XElement(MamlNames.Command + "returnValues", command.Outputs.Select(type => Type("returnValue", type))),
        new XElement(MamlNames.Command + "examples", command.Examples.Select(Example)),
        new XElement(MamlNames.Command + "relatedLinks", command.Related.Select(Link)));

    private static XElement Set(CommandHelp command, ParameterSetHelp set) => new(
        MamlNames.Command + "syntaxItem",
        new XElement(MamlNames.Maml + "name", command.Name),
        set.Parameters.Select(MamlParameter.InSyntax));

    private static XElement Type(string element, TypeHelp type) => new(
        MamlNames.Command + element,
        new XElement(MamlNames.Dev + "type", new XElement(MamlNames.Maml + "name", type.Name)),
        Description([type.Description]));

    private static XElement Example(ExampleHelp example, int index) => new(
        MamlNames.Command + "example",
        new XElement(MamlNames.Maml + "title", $"---------- Example {index + 1}: {example.Title} ----------"),
        new XElement(MamlNames.Dev + "code", example.Code),
        new XElement(MamlNames.Dev + "remarks", Remarks(example)));

    // The next title follows at once, so an empty paragraph keeps it off.
    private static IEnumerable<XElement> Remarks(ExampleHelp example)
        => Paragraphs(example.Remarks.Length > 0 ? [example.Remarks, ""] : [""]);

    private static XElement Link(string name) => new(
        MamlNames.Maml + "navigationLink",
        new XElement(MamlNames.Maml + "linkText", name),
        new XElement(MamlNames.Maml + "uri"));

    private static XElement Description(IEnumerable<string> paragraphs)
        => new(MamlNames.Maml + "description", Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> texts)
        => texts.Select(text => new XElement(MamlNames.Maml + "para", text));
}
