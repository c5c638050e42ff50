using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace BitbucketPS.Help;

/// <summary>Reads the help of one cmdlet, from its class and from the comments on it.</summary>
/// <param name="type">The class.</param>
/// <param name="docs">The comments.</param>
internal sealed class CommandReader(Type type, XmlDocs docs)
{
    private readonly CmdletAttribute _cmdlet = type.GetCustomAttribute<CmdletAttribute>()!;
    private readonly XElement _comment = docs.OfType(type);

    /// <summary>Reads it.</summary>
    public CommandHelp Read()
    {
        CmdletInfo engine = new($"{_cmdlet.VerbName}-{_cmdlet.NounName}", type);
        List<ParameterSetHelp> sets = ParameterSetReader.Read(engine, new(type, docs));
        return new()
        {
            Verb = _cmdlet.VerbName,
            Noun = _cmdlet.NounName,
            Synopsis = DocText.Line(XmlDocs.Part(_comment, "summary")),
            Description = DocText.Paragraphs(XmlDocs.Part(_comment, "remarks")),
            Sets = sets,
            Parameters = ParameterMerger.Merge(sets),
            Inputs = Inputs(engine),
            Outputs = Outputs(),
            Examples = [.. _comment.Elements("example").Select(ExampleReader.Read)],
        };
    }

    private List<TypeHelp> Inputs(CmdletInfo engine)
    {
        List<TypeHelp> types =
        [
            .. engine.ParameterSets
                .SelectMany(set => set.Parameters)
                .Where(parameter => parameter.ValueFromPipeline)
                .DistinctBy(parameter => parameter.Name, StringComparer.Ordinal)
                .Select(parameter => Describe(parameter.ParameterType, $"Binds to -{parameter.Name}.")),
        ];
        return types.Count > 0 ? types : [new(TypeHelp.Nothing, "The cmdlet takes no objects from the pipeline.")];
    }

    private List<TypeHelp> Outputs()
    {
        List<TypeHelp> types =
        [
            .. type.GetCustomAttributes<OutputTypeAttribute>()
                .SelectMany(attribute => attribute.Type)
                .Select(output => output.Type)
                .Where(output => output is not null && output != typeof(void))
                .Distinct()
                .Select(output => Describe(output, "")),
        ];
        return types.Count > 0 ? types : [new(TypeHelp.Nothing, "The cmdlet writes nothing.")];
    }

    // One sentence says what it is; the rest is for those who read the code.
    private TypeHelp Describe(Type described, string use)
    {
        string summary = DocText.Line(XmlDocs.Part(docs.OfType(described), "summary"));
        return new(TypeNames.Full(described), $"{use} {Sentence.Split(summary).First}".Trim());
    }
}
