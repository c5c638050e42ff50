using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations of a collection.</summary>
internal sealed class ItemOperations
{
    private readonly ItemCollection _items;
    private readonly FieldSchema _schema;

    private ItemOperations(ItemCollection items)
    {
        _items = items;
        _schema = FieldSchema.Of(items.Shape);
    }

    /// <summary>Adds what a collection can do.</summary>
    public static void Add(HandlerTable handlers, ItemCollection items)
    {
        ItemOperations operations = new(items);
        string one = $"{items.Path}/{{{items.IdName}}}";
        (ItemActions Action, string Name, Func<ApiCall, Task<ApiAnswer>> Handler)[] all =
        [
            (ItemActions.List, $"GET {items.Path}", call => Task.FromResult(operations.List(call))),
            (ItemActions.Create, $"POST {items.Path}", operations.CreateAsync),
            (ItemActions.Get, $"GET {one}", call => Task.FromResult(operations.Get(call))),
            (ItemActions.Update, $"PUT {one}", operations.UpdateAsync),
            (ItemActions.Delete, $"DELETE {one}", call => Task.FromResult(operations.Delete(call))),
        ];
        foreach ((ItemActions action, string name, Func<ApiCall, Task<ApiAnswer>> handler) in all)
        {
            if (items.Actions.HasFlag(action))
            {
                handlers.Add(name, handler);
            }
        }
    }

    /// <summary>The item that the path names.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public static Item Require(ItemCollection items, ApiCall call, ItemOwner owner)
    {
        string id = call.Path(items.IdName);
        return call.Data.Find<Item>(id, items.KeyOf(owner)) ?? throw items.Error(404, $"{items.Noun} {id} not found");
    }

    private ApiAnswer List(ApiCall call)
    {
        ItemOwner owner = _items.Owner(call, _items.Reading);
        IEnumerable<Lazy<JsonObject>> all = _items.Of(call.Data, owner)
            .Select(item => new Lazy<JsonObject>(() => _items.ToJson(new(call, owner, item))));
        JsonObject page = ItemList.ToPage([.. all], _schema, call);
        _items.Page?.Invoke(call, page);
        return ApiAnswer.Ok(page);
    }

    private ApiAnswer Get(ApiCall call)
    {
        ItemOwner owner = _items.Owner(call, _items.Reading);
        return ApiAnswer.Ok(_items.ToJson(new(call, owner, Require(_items, call, owner))));
    }

    private async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        ItemOwner owner = _items.Owner(call, _items.Writing);
        JsonObject content = await _items.MakeAsync(new(call, owner, Present: null));
        RequireUnique(call, owner, content, id: null);
        ItemView view = new(call, owner, new(NextId(call), content, call.Now, call.Now)) { IsNew = true };
        Keep(view);
        return new(_items.CreatedStatus, _items.ToJson(view));
    }

    private async Task<ApiAnswer> UpdateAsync(ApiCall call)
    {
        ItemOwner owner = _items.Owner(call, _items.Writing);
        Item present = Require(_items, call, owner);
        JsonObject content = await _items.MakeAsync(new(call, owner, present));
        RequireUnique(call, owner, content, present.Id);
        ItemView view = new(call, owner, present with { Content = content, UpdatedOn = call.Now });
        Keep(view);
        return ApiAnswer.Ok(_items.ToJson(view));
    }

    private ApiAnswer Delete(ApiCall call)
    {
        ItemOwner owner = _items.Owner(call, _items.Writing);
        Item item = Require(_items, call, owner);
        _items.Removing?.Invoke(new(call, owner, item));
        call.Data.Remove<Item>(item.Id, _items.KeyOf(owner));
        _items.Removed?.Invoke(new(call, owner, item));
        return ApiAnswer.NoContent;
    }

    private void Keep(ItemView view)
    {
        view.Call.Data.Put(view.Item, _items.KeyOf(view.Owner));
        _items.Changed?.Invoke(view);
    }

    // One count for all owners: the number of a thing of one repository is none of another.
    private string NextId(ApiCall call)
        => _items.CountsIds
            ? call.Data.Next(_items.Store).ToString(CultureInfo.InvariantCulture)
            : Guid.NewGuid().ToString("B");

    private void RequireUnique(ApiCall call, ItemOwner owner, JsonObject content, string? id)
    {
        if (_items.Identity?.Invoke(content) is not { } identity)
        {
            return;
        }

        bool isTaken = _items.Of(call.Data, owner).Any(
            item => !string.Equals(item.Id, id, StringComparison.OrdinalIgnoreCase)
                && string.Equals(_items.Identity(item.Content), identity, StringComparison.OrdinalIgnoreCase));
        if (isTaken)
        {
            throw _items.Taken?.Invoke() ?? _items.Error(409, $"{_items.Noun} {identity} already exists");
        }
    }
}
