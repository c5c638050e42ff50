namespace BitbucketPS.Help;

/// <summary>Makes one account of a parameter of what its parameter sets say.</summary>
internal static class ParameterMerger
{
    /// <summary>Each parameter once, by name; those of the engine last.</summary>
    public static IReadOnlyList<ParameterHelp> Merge(IReadOnlyList<ParameterSetHelp> sets) =>
    [
        .. sets.SelectMany(set => set.Parameters.Select(parameter => (set.Name, Parameter: parameter)))
            .GroupBy(pair => pair.Parameter.Name, StringComparer.Ordinal)
            .Select(group => MergeOne([.. group], sets.Count))
            .OrderBy(parameter => EngineParameters.Contains(parameter.Name) ? 1 : 0)
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal),
    ];

    private static ParameterHelp MergeOne(List<(string Set, ParameterHelp Parameter)> uses, int sets)
    {
        List<string> mandatory = [.. uses.Where(use => use.Parameter.IsMandatory).Select(use => use.Set)];
        bool always = mandatory.Count == uses.Count;
        return uses[0].Parameter with
        {
            IsMandatory = always,
            MandatorySets = always ? [] : mandatory,
            FromPipeline = uses.Exists(use => use.Parameter.FromPipeline),
            FromPropertyName = uses.Exists(use => use.Parameter.FromPropertyName),
            Position = uses.Select(use => use.Parameter.Position).FirstOrDefault(position => position is not null),
            Default = uses.Select(use => use.Parameter.Default).FirstOrDefault(value => value is not null),
            Sets = uses.Count == sets ? [] : [.. uses.Select(use => use.Set)],
        };
    }
}
