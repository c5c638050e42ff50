using System.Management.Automation;

namespace BitbucketPS.Help;

/// <summary>Reads the parameter sets of a cmdlet.</summary>
internal static class ParameterSetReader
{
    /// <summary>The sets, the default first, without the parameters that all cmdlets have.</summary>
    public static List<ParameterSetHelp> Read(CmdletInfo engine, ParameterReader parameters) =>
    [
        .. engine.ParameterSets
            .OrderBy(set => set.IsDefault ? 0 : 1)
            .ThenBy(set => set.Name, StringComparer.Ordinal)
            .Select(set => new ParameterSetHelp(set.Name, set.IsDefault, Parameters(set, parameters))),
    ];

    private static List<ParameterHelp> Parameters(CommandParameterSetInfo set, ParameterReader parameters) =>
    [
        .. set.Parameters
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .Select(parameters.Read)
            .OrderBy(parameter => parameter.Position ?? int.MaxValue)
            .ThenBy(parameter => parameter.IsMandatory ? 0 : 1)
            .ThenBy(parameter => EngineParameters.Contains(parameter.Name) ? 1 : 0)
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal),
    ];
}
