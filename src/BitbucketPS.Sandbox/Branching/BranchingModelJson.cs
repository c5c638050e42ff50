using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Branching models as the API answers them.</summary>
internal static class BranchingModelJson
{
    /// <summary>What a repository goes by, with the branches as they are now.</summary>
    /// <param name="type">Which of the three views it is.</param>
    /// <param name="model">The model.</param>
    /// <param name="repository">Where it holds.</param>
    /// <param name="call">Who asks.</param>
    public static async Task<JsonObject> ModelAsync(string type, BranchingModel model, HostedRepository repository, ApiCall call)
    {
        JsonObject json = Frame(type, model);
        json["development"] = await PartAsync(model.Development, repository, call);
        if (model.HasProduction)
        {
            json["production"] = await PartAsync(model.Production, repository, call);
        }

        return json;
    }

    /// <summary>What the repositories of a project inherit. A project has no branches, so only names can be told.</summary>
    public static JsonObject ProjectModel(BranchingModel model)
    {
        JsonObject json = Frame("project_branching_model", model);
        json["development"] = Part(model.Development, model.Development.Name);
        if (model.HasProduction)
        {
            json["production"] = Part(model.Production, model.Production.Name);
        }

        return json;
    }

    /// <summary>The settings behind it, also those that do not count.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isValid">Whether a choice means a branch that exists.</param>
    public static JsonObject Settings(BranchingModel model, Predicate<BranchChoice> isValid) => new()
    {
        ["type"] = "branching_model_settings",
        ["development"] = SettingsPart(model.Development, isValid),
        ["production"] = SettingsPart(model.Production, choice => !model.HasProduction || isValid(choice), model.HasProduction),
        ["branch_types"] = new JsonArray([.. model.Types.Select(type => new JsonObject
        {
            ["kind"] = type.Kind,
            ["prefix"] = type.Prefix,
            ["enabled"] = type.IsEnabled,
        })]),
    };

    private static JsonObject SettingsPart(BranchChoice choice, Predicate<BranchChoice> isValid, bool? isEnabled = null)
    {
        JsonObject json = new()
        {
            ["is_valid"] = isValid(choice),
            ["name"] = choice.Name,
            ["use_mainbranch"] = choice.UsesMainBranch,
        };
        if (isEnabled is { } enabled)
        {
            json["enabled"] = enabled;
        }

        return json;
    }

    private static JsonObject Frame(string type, BranchingModel model) => new()
    {
        ["type"] = type,
        ["branch_types"] = new JsonArray([.. model.Types
            .Where(branchType => branchType.IsEnabled)
            .Select(branchType => new JsonObject { ["kind"] = branchType.Kind, ["prefix"] = branchType.Prefix })]),
    };

    private static async Task<JsonObject> PartAsync(BranchChoice choice, HostedRepository repository, ApiCall call)
    {
        string? name = choice.NameIn(repository);
        JsonObject json = Part(choice, name);
        if (name is not null && await repository.Git.FindBranchAsync(name, call.CancellationToken) is { } branch)
        {
            json["branch"] = BranchJson.Full(branch, repository, call.Links);
        }

        return json;
    }

    private static JsonObject Part(BranchChoice choice, string? name)
        => new() { ["name"] = name ?? "", ["use_mainbranch"] = choice.UsesMainBranch };
}
