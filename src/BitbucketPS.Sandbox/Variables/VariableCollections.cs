using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>The variables that pipelines get from a workspace, a repository or a deployment environment.</summary>
internal static partial class VariableCollections
{
    /// <summary>The property that is not told again if the variable is secured.</summary>
    private const string Value = "value";

    private static readonly ItemCollection s_usual = new()
    {
        Path = "",
        IdName = "variable_uuid",
        Shape = "pipeline_variable",
        Noun = "Variable",
        Store = "variables",
        MakeAsync = change => Task.FromResult(Make(change)),
        Identity = content => content.Text("key"),
        Show = Show,
        Error = PipelineErrors.Of,
        Page = PipelinePages.KeepNext,
    };

    /// <summary>Those of a repository.</summary>
    public static ItemCollection OfRepository { get; } = s_usual with { Path = "~/pipelines_config/variables" };

    /// <summary>Those of a workspace.</summary>
    public static ItemCollection OfWorkspace { get; } =
        s_usual with { Path = "/workspaces/{workspace}/pipelines-config/variables", Owner = ItemOwner.OfWorkspace };

    /// <summary>Those of a deployment environment.</summary>
    public static ItemCollection OfEnvironment { get; } = s_usual with
    {
        Path = "~/deployments_config/environments/{environment_uuid}/variables",
        Shape = "deployment_variable",
        Actions = ItemActions.All & ~ItemActions.Get,
        Owner = EnvironmentCollection.RequireOne,
    };

    public static void AddTo(HandlerTable handlers)
    {
        ItemOperations.Add(handlers, OfRepository);
        ItemOperations.Add(handlers, OfWorkspace);
        ItemOperations.Add(handlers, OfEnvironment);
    }

    /// <summary>Refuses what no shell takes for the name of a variable.</summary>
    /// <exception cref="ApiException">400.</exception>
    public static void RequireName(string? key)
    {
        if (key is null || !NamePattern().IsMatch(key))
        {
            throw PipelineErrors.BadRequest(
                $"The variable name \"{key}\" is invalid: it may hold letters, digits and underscores, and does not begin with a digit.");
        }
    }

    private static JsonObject Make(ItemChange change)
    {
        JsonObject content = change.Merge("key", Value, "secured");
        content["secured"] ??= false;
        RequireName(content.Text("key"));
        bool wasSecured = change.Present?.Content.Boolean("secured") is true;
        bool bringsValue = change.Body.Text(Value) is not null;
        if (wasSecured && content.Boolean("secured") is false && !bringsValue)
        {
            // Otherwise whoever may change a variable could read what was hidden from everybody.
            throw PipelineErrors.BadRequest("A variable that is secured becomes an open one only together with a new value.");
        }

        return content[Value] is not null ? content : throw PipelineErrors.BadRequest("A variable needs a value.");
    }

    private static JsonObject Show(ItemView view)
    {
        JsonObject content = view.Item.Content;
        JsonObject json = new()
        {
            ["type"] = "pipeline_variable",
            ["uuid"] = view.Item.Id,
            ["key"] = content.Text("key"),
            ["secured"] = content.Boolean("secured"),
        };
        if (content.Boolean("secured") is false)
        {
            json[Value] = content.Text(Value);
        }

        return json;
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
