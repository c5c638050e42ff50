namespace BitbucketPS.Sandbox;

/// <summary>Starts a pipeline in a repository.</summary>
/// <param name="Repository">Where.</param>
/// <param name="Target">What it runs on.</param>
/// <param name="File">What the commit says about it.</param>
internal sealed record PipelineStart(HostedRepository Repository, PipelineTarget Target, PipelineFile File)
{
    /// <summary>The UUID of the new pipeline.</summary>
    public string Uuid { get; init; } = Guid.NewGuid().ToString("B");

    public required string CreatorUuid { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    public string Trigger { get; init; } = "MANUAL";

    public string? ScheduleUuid { get; init; }

    /// <summary>The variables that came with the request.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The pipeline, with a number of its own still to get.</summary>
    public Pipeline ToPipeline() => new(Uuid, BuildNumber: 0)
    {
        CreatorUuid = CreatorUuid,
        CreatedOn = CreatedOn,
        Target = Target,
        Trigger = Trigger,
        ScheduleUuid = ScheduleUuid,
        HasVariables = Variables.Count > 0,
        Error = File.Problem,
        Steps = File.Problem is null ? PipelinePlan.Make(Uuid, File, Target.Selector, Variable, UuidOfEnvironment) : [],
    };

    /// <summary>Makes the environments that the steps deploy to and that are not there yet, as Bitbucket does.</summary>
    /// <param name="pipeline">The pipeline that was made from this.</param>
    public void MakeEnvironments(Pipeline pipeline)
    {
        string key = EnvironmentCollection.Items.KeyOf(Owner);
        foreach (PipelineStep step in pipeline.Steps.Where(step => step.EnvironmentUuid is not null && Repository.World.Data.Find<Item>(step.EnvironmentUuid, key) is null))
        {
            int rank = EnvironmentCollection.NextRank(Repository.World.Data, key);
            Repository.World.Data.Put(
                new Item(step.EnvironmentUuid!, EnvironmentCollection.NewContent(step.EnvironmentName!, rank), CreatedOn, CreatedOn), key);
        }
    }

    /// <summary>The UUID that an environment gets when a step names it for the first time.</summary>
    public static string UuidOfNewEnvironment(HostedRepository repository, string name)
        => StableId.Uuid("environment", $"{repository.Uuid}/{name.ToLowerInvariant()}");

    private ItemOwner Owner => new(Repository.Uuid, Repository.Workspace, Repository);

    // Those of the request go before those of the repository, which go before those of the workspace.
    private string? Variable(string name)
        => Variables.TryGetValue(name, out string? value)
            ? value
            : ValueOf(VariableCollections.OfRepository, Owner, name) ?? ValueOf(VariableCollections.OfWorkspace, Owner with { Key = Repository.Workspace.Uuid }, name);

    private string? ValueOf(ItemCollection variables, ItemOwner owner, string name)
        => variables.Of(Repository.World.Data, owner).FirstOrDefault(item => string.Equals(item.Text("key"), name, StringComparison.Ordinal))?.Text("value");

    private string UuidOfEnvironment(string name)
        => EnvironmentCollection.Items.Of(Repository.World.Data, Owner)
            .FirstOrDefault(item => string.Equals(item.Text("name"), name, StringComparison.OrdinalIgnoreCase))?.Id
            ?? UuidOfNewEnvironment(Repository, name);
}
