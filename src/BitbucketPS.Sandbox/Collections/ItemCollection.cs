using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>
/// A collection of items under an owner, described by data: <see cref="ItemOperations"/> lists, makes, shows, changes and deletes them.
/// </summary>
internal sealed record ItemCollection
{
    /// <summary>Its path in <c>operations.txt</c>, such as <c>~/pipelines_config/variables</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The placeholder of an item's id, such as <c>variable_uuid</c>.</summary>
    public required string IdName { get; init; }

    /// <summary>The shape of its items, which is their <c>type</c> too.</summary>
    public required string Shape { get; init; }

    /// <summary>What errors call an item, such as <c>Variable</c>.</summary>
    public required string Noun { get; init; }

    /// <summary>Where its items are, below the key of the owner.</summary>
    public required string Store { get; init; }

    /// <summary>Finds what it belongs to, for those who have an access level.</summary>
    public Func<ApiCall, AccessLevel, ItemOwner> Owner { get; init; } = ItemOwner.OfRepository;

    /// <summary>What can be done with it; the table of operations has to have each.</summary>
    public ItemActions Actions { get; init; } = ItemActions.All;

    /// <summary>Who may look.</summary>
    public AccessLevel Reading { get; init; } = AccessLevel.Read;

    /// <summary>Who may change anything.</summary>
    public AccessLevel Writing { get; init; } = AccessLevel.Admin;

    /// <summary>Whether ids are 1, 2, 3… instead of UUIDs.</summary>
    public bool CountsIds { get; init; }

    /// <summary>What POST answers.</summary>
    public int CreatedStatus { get; init; } = 201;

    /// <summary>Checks what a client sends and makes the properties of it; throws what is wrong. The body as it is by default.</summary>
    public Func<ItemChange, Task<JsonObject>> MakeAsync { get; init; } = change => Task.FromResult((JsonObject)change.Body.DeepClone());

    /// <summary>What no two items of an owner may have in common, ignoring case; null for nothing.</summary>
    public Func<JsonObject, string?>? Identity { get; init; }

    /// <summary>Writes an item; its properties without <see cref="Secrets"/>, with <c>type</c> and id, by default.</summary>
    public Func<ItemView, JsonObject>? Show { get; init; }

    /// <summary>The properties that are never answered.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>What else happens when an item has been made or changed; to tell webhooks, for instance.</summary>
    public Action<ItemView>? Changed { get; init; }

    /// <summary>What else happens when an item is deleted.</summary>
    public Action<ItemView>? Removed { get; init; }

    /// <summary>Throws if this one must not be removed by who asks.</summary>
    public Action<ItemView>? Removing { get; init; }

    /// <summary>The error for one whose identity another one has; null for the usual 409.</summary>
    public Func<ApiException>? Taken { get; init; }

    /// <summary>Makes an error of a status and what is to be said: Bitbucket's common form by default.</summary>
    public Func<int, string, ApiException> Error { get; init; } = (status, text) => new(status, text);

    /// <summary>Changes the page that a list answers.</summary>
    public Action<ApiCall, JsonObject>? Page { get; init; }

    /// <summary>Where the items of an owner are.</summary>
    public string KeyOf(ItemOwner owner) => KeyOf(owner.Key);

    /// <summary>Where the items are that belong to a key.</summary>
    public string KeyOf(string owner) => $"{owner}/{Store}";

    /// <summary>The items of an owner, oldest first.</summary>
    public IEnumerable<Item> Of(Data data, ItemOwner owner) => data.All<Item>(KeyOf(owner));

    /// <summary>An item as it is answered.</summary>
    public JsonObject ToJson(ItemView view) => Show?.Invoke(view) ?? Plain(view);

    /// <summary>The properties of an item without the secret ones, with <c>type</c> and id.</summary>
    public JsonObject Plain(ItemView view)
    {
        JsonObject json = view.Item.Copy();
        foreach (string secret in Secrets)
        {
            json.Remove(secret);
        }

        json["type"] = Shape;
        json[CountsIds ? "id" : "uuid"] = CountsIds ? JsonValue.Create(int.Parse(view.Item.Id, System.Globalization.CultureInfo.InvariantCulture)) : view.Item.Id;
        return json;
    }
}
