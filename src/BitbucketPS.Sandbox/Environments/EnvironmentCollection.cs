using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The environments that a repository is deployed to.</summary>
internal static class EnvironmentCollection
{
    private const string IdName = "environment_uuid";
    private const string EnvironmentType = "environment_type";
    private const string Restrictions = "restrictions";

    private static readonly string[] s_types = ["Test", "Staging", "Production"];

    public static ItemCollection Items { get; } = new()
    {
        Path = "~/environments",
        IdName = IdName,
        Shape = "deployment_environment",
        Noun = "Environment",
        Store = "environments",
        Actions = ItemActions.All & ~ItemActions.Update,
        MakeAsync = change => Task.FromResult(Make(change)),
        Identity = content => content.Text("name"),
        Show = Show,
        Removed = view => view.Call.Data.RemoveOwner(VariableCollections.OfEnvironment.KeyOf(Inside(view.Owner, view.Item))),
        Error = PipelineErrors.Of,
    };

    public static void AddTo(HandlerTable handlers)
    {
        ItemOperations.Add(handlers, Items);
        handlers.Add("POST ~/environments/{environment_uuid}/changes", Change);
    }

    /// <summary>The environment of the path, as what its variables belong to.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public static ItemOwner RequireOne(ApiCall call, AccessLevel level)
    {
        ItemOwner owner = ItemOwner.OfRepository(call, level);
        return Inside(owner, ItemOperations.Require(Items, call, owner));
    }

    /// <summary>The properties of a new environment.</summary>
    /// <param name="name">Its name; that of a type makes it one of this type, any other one for tests.</param>
    /// <param name="rank">Its place among those of its type.</param>
    public static JsonObject NewContent(string name, int rank) => new()
    {
        ["name"] = name,
        [EnvironmentType] = s_types.FirstOrDefault(type => string.Equals(type, name, StringComparison.OrdinalIgnoreCase)) ?? s_types[0],
        ["rank"] = rank,
        [Restrictions] = false,
    };

    /// <summary>The rank of one that is added: behind all others, of which some may be gone.</summary>
    public static int NextRank(Data data, string key)
        => data.All<Item>(key).Select(item => (item.Content.Integer("rank") ?? 0) + 1).Prepend(0).Max();

    /// <summary>An environment as it is answered.</summary>
    public static JsonObject ToJson(Item item)
    {
        string name = item.Text("name")!;
        string type = item.Text(EnvironmentType)!;
        return new()
        {
            ["type"] = "deployment_environment",
            ["uuid"] = item.Id,
            ["name"] = name,
            ["slug"] = SlugOf(name),
            ["rank"] = item.Content.Integer("rank"),
            ["hidden"] = false,
            [EnvironmentType] = TypeToJson(type),
            ["lock"] = new JsonObject { ["type"] = "deployment_environment_lock_open", ["name"] = "OPEN" },
            [Restrictions] = new JsonObject
            {
                ["type"] = "deployment_restrictions_configuration",
                ["admin_only"] = item.Content.Boolean(Restrictions),
            },
            ["category"] = new JsonObject { ["name"] = type },
            ["deployment_gate_enabled"] = false,
            ["environment_lock_enabled"] = true,
        };
    }

    private static JsonObject TypeToJson(string type)
        => new() { ["type"] = "deployment_environment_type", ["name"] = type, ["rank"] = Array.IndexOf(s_types, type) };

    private static JsonObject Show(ItemView view) => ToJson(view.Item);

    private static ItemOwner Inside(ItemOwner owner, Item environment) => owner.Inside($"environments/{environment.Id}");

    private static JsonObject Make(ItemChange change)
    {
        string name = RequireName(change.Body.Text("name"));
        JsonObject content = NewContent(name, NextRank(change.Call.Data, Items.KeyOf(change.Owner)));
        if (change.Body[EnvironmentType] is { } wanted)
        {
            string? type = wanted is JsonObject json ? json.Text("name") : null;
            content[EnvironmentType] = s_types.FirstOrDefault(known => string.Equals(known, type, StringComparison.Ordinal))
                ?? throw PipelineErrors.BadRequest($"The type of an environment is {{\"name\": …}} with one of {string.Join(", ", s_types)}.");
        }

        return content;
    }

    private static string RequireName(string? name)
        => !string.IsNullOrWhiteSpace(name) ? name : throw PipelineErrors.BadRequest("An environment needs a name.");

    // The answer is empty, and comes before the change is seen everywhere: here it is made at once.
    private static ApiAnswer Change(ApiCall call)
    {
        ItemOwner owner = ItemOwner.OfRepository(call, AccessLevel.Admin);
        Item environment = ItemOperations.Require(Items, call, owner);
        if (call.Json["change"] is not JsonObject change)
        {
            throw PipelineErrors.BadRequest("The change is an object.");
        }

        JsonObject content = environment.Copy();
        Rename(call, owner, environment, change, content);
        if (change.ContainsKey(Restrictions))
        {
            content[Restrictions] = (change[Restrictions] as JsonObject)?.Boolean("admin_only")
                ?? throw PipelineErrors.BadRequest("The restrictions need admin_only, which is true or false.");
        }

        call.Data.Put(environment with { Content = content, UpdatedOn = call.Now }, Items.KeyOf(owner));
        return new(202, Body: null);
    }

    private static void Rename(ApiCall call, ItemOwner owner, Item environment, JsonObject change, JsonObject content)
    {
        if (change.ContainsKey("name"))
        {
            string name = RequireName(change.Text("name"));
            content["name"] = name;
            if (Items.Of(call.Data, owner).Any(item => item != environment && string.Equals(item.Text("name"), name, StringComparison.OrdinalIgnoreCase)))
            {
                throw PipelineErrors.Of(409, $"Environment {name} already exists");
            }
        }
    }

    private static string SlugOf(string name)
        => string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
}
