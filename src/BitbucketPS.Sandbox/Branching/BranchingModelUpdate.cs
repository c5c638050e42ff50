using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Changes a branching model as a body says it, as far as it says anything.</summary>
internal static class BranchingModelUpdate
{
    /// <summary>The changed model.</summary>
    /// <param name="model">As it was.</param>
    /// <param name="body">Of the request.</param>
    /// <param name="isValid">Whether a choice means a branch that exists.</param>
    /// <exception cref="ApiException">400 if the model would be of no use.</exception>
    public static async Task<BranchingModel> ApplyAsync(BranchingModel model, JsonObject body, Predicate<BranchChoice> isValid)
    {
        JsonObject? production = body["production"] as JsonObject;
        BranchingModel changed = model with
        {
            Development = Change(model.Development, body["development"] as JsonObject),
            Production = Change(model.Production, production),
            HasProduction = production?.Boolean("enabled") ?? model.HasProduction,
            Types = Change(model.Types, body["branch_types"] as JsonArray ?? []),
        };
        RequireBranch("development", changed.Development, isValid);
        if (changed.HasProduction)
        {
            RequireBranch("production", changed.Production, isValid);
        }

        await RequirePrefixesAsync([.. changed.Types.Where(type => type.IsEnabled)]);
        return changed;
    }

    private static BranchChoice Change(BranchChoice choice, JsonObject? body)
        => new(body?.Text("name") ?? choice.Name, body?.Boolean("use_mainbranch") ?? choice.UsesMainBranch);

    private static BranchType[] Change(IReadOnlyList<BranchType> types, JsonArray body)
    {
        BranchType[] changed = [.. types];
        foreach (JsonObject item in body.OfType<JsonObject>())
        {
            string kind = item.RequireText("kind", "branch_types.kind");
            int place = Array.FindIndex(changed, type => string.Equals(type.Kind, kind, StringComparison.Ordinal));
            BranchType old = changed[place];
            changed[place] = old with { Prefix = item.Text("prefix") ?? old.Prefix, IsEnabled = item.Boolean("enabled") ?? old.IsEnabled };
        }

        return changed;
    }

    private static void RequireBranch(string part, BranchChoice choice, Predicate<BranchChoice> isValid)
    {
        if (!choice.UsesMainBranch && string.IsNullOrEmpty(choice.Name))
        {
            throw ApiErrors.BadField($"{part}.name", "a branch is needed where the main branch is not used");
        }

        if (!choice.UsesMainBranch && !isValid(choice))
        {
            throw ApiErrors.BadField($"{part}.name", $"The branch {choice.Name} does not exist.");
        }
    }

    private static async Task RequirePrefixesAsync(BranchType[] types)
    {
        foreach (BranchType type in types)
        {
            if (type.Prefix.Length == 0 || !await GitRepository.IsBranchNameAsync(type.Prefix + "x", CancellationToken.None))
            {
                throw ApiErrors.BadField("branch_types", $"\"{type.Prefix}\" cannot begin the name of a branch.");
            }

            // A branch must not be of two sorts at once.
            if (types.Any(other => other != type && other.Prefix.StartsWith(type.Prefix, StringComparison.Ordinal)))
            {
                throw ApiErrors.BadField("branch_types", $"\"{type.Prefix}\" also begins the prefix of another branch type.");
            }
        }
    }
}
