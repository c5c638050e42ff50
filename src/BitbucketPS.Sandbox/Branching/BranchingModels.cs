namespace BitbucketPS.Sandbox;

/// <summary>Finds the branching model that counts, and what it says about a branch.</summary>
internal static class BranchingModels
{
    /// <summary>The model of a repository or project alone.</summary>
    /// <param name="data">Where to look.</param>
    /// <param name="owner">The UUID of the repository or project.</param>
    public static BranchingModel Of(Data data, string owner)
        => data.Find<BranchingModel>(BranchingModel.OnlyId, owner) ?? BranchingModel.Default;

    /// <summary>The model a repository goes by: its own, or that of its project.</summary>
    public static BranchingModel EffectiveOf(World world, HostedRepository repository)
        => Of(world.Data, repository.Record.OverridesBranchingModel ? repository.Uuid : repository.Project.Uuid);

    /// <summary>What a branch is in the model of its repository: such as <c>development</c>, <c>production</c> and <c>feature</c>.</summary>
    public static IReadOnlyList<string> TypesOf(World world, HostedRepository repository, string branch)
    {
        BranchingModel model = EffectiveOf(world, repository);
        List<string> types = [.. model.Types
            .Where(type => type.IsEnabled && branch.StartsWith(type.Prefix, StringComparison.Ordinal))
            .Select(type => type.Kind)];
        if (string.Equals(model.Development.NameIn(repository), branch, StringComparison.Ordinal))
        {
            types.Add("development");
        }

        if (model.HasProduction && string.Equals(model.Production.NameIn(repository), branch, StringComparison.Ordinal))
        {
            types.Add("production");
        }

        return types;
    }
}
