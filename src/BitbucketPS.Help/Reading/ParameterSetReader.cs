using System.Management.Automation;
using System.Reflection;

namespace BitbucketPS.Help;

/// <summary>Reads the parameter sets of a cmdlet: those that tell a set first, and then as the author put them.</summary>
internal static class ParameterSetReader
{
    /// <summary>The sets, the default first, without the parameters that all cmdlets have.</summary>
    public static List<ParameterSetHelp> Read(CmdletInfo engine, ParameterReader parameters) =>
    [
        .. engine.ParameterSets
            .OrderBy(set => set.IsDefault ? 0 : 1)
            .ThenBy(set => set.Name, StringComparer.Ordinal)
            .Select(set => new ParameterSetHelp(set.Name, set.IsDefault, Parameters(set, engine.ImplementingType, parameters))),
    ];

    private static List<ParameterHelp> Parameters(CommandParameterSetInfo set, Type cmdlet, ParameterReader parameters) =>
    [
        .. set.Parameters
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .Select(parameters.Read)
            .OrderBy(parameter => parameter.Position ?? int.MaxValue)
            .ThenBy(parameter => parameter.IsMandatory ? 0 : 1)
            .ThenBy(parameter => EngineParameters.Contains(parameter.Name) ? 1 : 0)
            .ThenBy(parameter => Rank(cmdlet, parameter.Name))
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal),
    ];

    // A class's own parameters in the order of its file, then those of the classes below it.
    private static (int Depth, int Token) Rank(Type cmdlet, string parameter)
    {
        PropertyInfo? property = cmdlet.GetProperty(parameter);
        int depth = 0;
        for (Type? type = cmdlet; type is not null && type != property?.DeclaringType; type = type.BaseType)
        {
            depth++;
        }

        return (depth, property?.MetadataToken ?? 0);
    }
}
