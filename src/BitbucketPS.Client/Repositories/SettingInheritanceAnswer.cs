using System.Text.Json.Nodes;

namespace BitbucketPS;

/// <summary>What a repository overrides of its project's settings, as the service reads and writes it.</summary>
internal sealed record SettingInheritanceAnswer
{
    public const string TypeName = "repository_inheritance_state";

    private const string MergeStrategy = "default_merge_strategy";
    private const string BranchingModel = "branching_model";

    public string Type { get; init; } = TypeName;

    // Not a record: what the service adds one day is sent back as it came.
    public JsonObject? OverrideSettings { get; init; }

    public SettingInheritance In(RepositoryId repository) => new()
    {
        Repository = repository,
        InheritsMergeStrategy = !Overrides(MergeStrategy),
        InheritsBranchingModel = !Overrides(BranchingModel),
    };

    /// <summary>The same with what is to change; null leaves a setting as it is.</summary>
    public SettingInheritanceAnswer With(bool? inheritsMergeStrategy, bool? inheritsBranchingModel)
    {
        JsonObject settings = OverrideSettings?.DeepClone().AsObject() ?? [];
        Set(settings, MergeStrategy, inheritsMergeStrategy);
        Set(settings, BranchingModel, inheritsBranchingModel);
        return new() { OverrideSettings = settings };
    }

    private static void Set(JsonObject settings, string name, bool? inherits)
    {
        if (inherits is { } value)
        {
            settings[name] = !value;
        }
    }

    private bool? Overrides(string name)
        => OverrideSettings?[name] is JsonValue value && value.TryGetValue(out bool overrides) ? overrides : null;
}
