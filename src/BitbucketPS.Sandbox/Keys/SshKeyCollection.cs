using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The SSH keys of people.</summary>
internal static class SshKeyCollection
{
    private static ItemCollection Keys { get; } = new()
    {
        Path = "/users/{selected_user}/ssh-keys",
        IdName = "key_id",
        Shape = "ssh_account_key",
        Noun = "SSH key",
        Store = "ssh-keys",
        Owner = (call, _) => new(PersonalKeyOwner.Require(call).Uuid, SeedCatalogue.Demo),
        MakeAsync = change => Task.FromResult(Make(change)),
        Show = Show,
    };

    public static void AddTo(HandlerTable handlers) => ItemOperations.Add(handlers, Keys);

    private static JsonObject Make(ItemChange change)
    {
        JsonObject content = change.Merge("label");
        if (change.Present is null)
        {
            SshPublicKey key = SshPublicKey.Require(change.Body.RequireText("key"));
            RequireNew(change.Call, key);
            content["key"] = key.Text;
            content["comment"] = key.Comment;
            content["fingerprint"] = key.Fingerprint;
            content["label"] ??= "";
            if (change.Call.Query["expires_on"] is { } expiry)
            {
                content["expires_on"] = QueryValue.TryParseDate(expiry, out DateTimeOffset date)
                    ? AccountJson.Time(date)
                    : throw ApiErrors.BadField("expires_on", "expected a time such as 2026-12-31T00:00:00Z");
            }
        }

        return content;
    }

    // Whoever shows the key is who git takes them for: it belongs to one person.
    private static void RequireNew(ApiCall call, SshPublicKey key)
    {
        bool isTaken = call.Data.All<Account>()
            .SelectMany(account => call.Data.All<Item>(Keys.KeyOf(account.Uuid)))
            .Any(other => string.Equals(other.Text("key"), key.Text, StringComparison.Ordinal));
        if (isTaken)
        {
            throw ApiErrors.BadField("key", "Someone has already registered that SSH key.");
        }
    }

    private static JsonObject Show(ItemView view)
    {
        JsonObject json = Keys.Plain(view);
        Account owner = view.Call.World.FindAccount(view.Call.Path("selected_user"))!;
        json["owner"] = AccountJson.Brief(owner, view.Call.Links);
        json["created_on"] = AccountJson.Time(view.Item.CreatedOn);
        json["last_used"] = null;
        json["expires_on"] ??= null;
        json["links"] = new JsonObject
        {
            ["self"] = view.Call.Links.Api($"users/{PercentCoding.Encode(owner.Uuid)}/ssh-keys/{PercentCoding.Encode(view.Item.Id)}"),
        };
        return json;
    }
}
