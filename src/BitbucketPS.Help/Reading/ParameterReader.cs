using System.Globalization;
using System.Management.Automation;

namespace BitbucketPS.Help;

/// <summary>Reads the parameters of a cmdlet, as the engine sees them.</summary>
/// <param name="cmdlet">The class of the cmdlet.</param>
/// <param name="docs">Where the texts are.</param>
internal sealed class ParameterReader(Type cmdlet, XmlDocs docs)
{
    // An object of the cmdlet knows the defaults; nothing runs before the engine begins it.
    private readonly object _instance = Activator.CreateInstance(cmdlet)!;

    /// <summary>Reads a parameter of one parameter set.</summary>
    public ParameterHelp Read(CommandParameterInfo info)
    {
        bool isSwitch = info.ParameterType == typeof(SwitchParameter);
        return new()
        {
            Name = info.Name,
            Type = TypeNames.Short(info.ParameterType),
            Description = Describe(info.Name),
            IsSwitch = isSwitch,
            IsMandatory = info.IsMandatory,
            Position = info.Position < 0 ? null : info.Position,
            FromPipeline = info.ValueFromPipeline,
            FromPropertyName = info.ValueFromPipelineByPropertyName,
            FromRemainingArguments = info.ValueFromRemainingArguments,
            TakesWildcards = IsDefined<SupportsWildcardsAttribute>(info),
            Aliases = EngineParameters.Contains(info.Name) ? [] : [.. info.Aliases.Order(StringComparer.Ordinal)],
            Default = isSwitch ? DefaultValue.Of(_instance, info.Name) ?? "False" : Default(info),
            AcceptedValues = AcceptedValues(info),
            Range = Range(info),
        };
    }

    // What must be given has no default, whatever the property holds before.
    private string? Default(CommandParameterInfo info) => info.IsMandatory ? null : DefaultValue.Of(_instance, info.Name);

    private IReadOnlyList<string> Describe(string name)
        => EngineParameters.Describe(name) is { } text ? [text] : DocText.Paragraphs(docs.SummaryOfProperty(cmdlet, name));

    private IReadOnlyList<AcceptedValue> AcceptedValues(CommandParameterInfo info)
    {
        Type type = Nullable.GetUnderlyingType(info.ParameterType) ?? info.ParameterType;
        type = type.IsArray ? type.GetElementType()! : type;
        if (Attribute<ValidateSetAttribute>(info) is { } set)
        {
            return [.. set.ValidValues.Select(value => new AcceptedValue(value, ""))];
        }

        return type.IsEnum
            ? [.. Enum.GetNames(type).Select(value => new AcceptedValue(value, DocText.Line(docs.SummaryOfValue(type, value))))]
            : [];
    }

    private static string? Range(CommandParameterInfo info)
        => Attribute<ValidateRangeAttribute>(info) is { MinRange: not null } range
            ? string.Create(CultureInfo.InvariantCulture, $"{range.MinRange} to {range.MaxRange}")
            : null;

    private static bool IsDefined<T>(CommandParameterInfo info)
        where T : Attribute
        => Attribute<T>(info) is not null;

    private static T? Attribute<T>(CommandParameterInfo info)
        where T : Attribute
        => info.Attributes.OfType<T>().FirstOrDefault();
}
