using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The GPG keys of people, and the one that a workspace signs with.</summary>
internal static class GpgKeyOperations
{
    private const string Path = "/users/{selected_user}/gpg-keys";

    // Made anew with every process: nothing is signed with it that would outlive one.
    private static readonly Lazy<string> s_workspaceKey = new(() =>
    {
        using RSA rsa = RSA.Create(2048);
        return GpgKeyBlock.Write(rsa.ExportParameters(includePrivateParameters: false), SeedHistory.FirstDay, "Bitbucket sandbox");
    });

    private static readonly FieldSchema s_schema = FieldSchema.Of("GPG_account_key");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add($"GET {Path}", List);
        handlers.Add($"POST {Path}", Create);
        handlers.Add($"GET {Path}/{{fingerprint}}", call => ApiAnswer.Ok(ToJson(call, Require(call))));
        handlers.Add($"DELETE {Path}/{{fingerprint}}", Delete);
        handlers.Add("GET /workspaces/{workspace}/settings/gpg/public-key", GetOfWorkspace);
    }

    private static string OwnerOf(Account account) => $"{account.Uuid}/gpg-keys";

    private static ApiAnswer List(ApiCall call)
        => ApiAnswer.Ok(ItemList.ToPage(
            [.. call.Data.All<Item>(OwnerOf(PersonalKeyOwner.Require(call))).Select(key => new Lazy<JsonObject>(() => ToJson(call, key)))], s_schema, call));

    private static ApiAnswer Create(ApiCall call)
    {
        Account account = PersonalKeyOwner.Require(call);
        string block = call.Json.RequireText("key");
        string fingerprint = GpgKeyBlock.ReadFingerprint(block) ?? throw ApiErrors.BadField("key", "Invalid GPG key.");
        if (call.Data.Find<Item>(fingerprint, OwnerOf(account)) is not null)
        {
            throw ApiErrors.BadField("key", "This key is already in use.");
        }

        JsonObject content = new() { ["key"] = block, ["name"] = call.Json.Text("name") ?? "" };
        Item key = call.Data.Put(new Item(fingerprint, content, call.Now, call.Now), OwnerOf(account));
        return ApiAnswer.Created(ToJson(call, key));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        call.Data.Remove<Item>(Require(call).Id, OwnerOf(PersonalKeyOwner.Require(call)));
        return ApiAnswer.NoContent;
    }

    private static ApiAnswer GetOfWorkspace(ApiCall call)
    {
        call.RequireOwnWorkspace();
        return ApiAnswer.Bytes(System.Text.Encoding.ASCII.GetBytes(s_workspaceKey.Value), "text/plain");
    }

    private static Item Require(ApiCall call)
    {
        string fingerprint = call.Path("fingerprint");
        return call.Data.Find<Item>(fingerprint, OwnerOf(PersonalKeyOwner.Require(call))) ?? throw ApiErrors.NotFound($"GPG key {fingerprint}");
    }

    private static JsonObject ToJson(ApiCall call, Item key)
    {
        Account owner = PersonalKeyOwner.Require(call);
        JsonObject json = key.Copy();
        json["type"] = "gpg_key";
        json["fingerprint"] = key.Id;
        json["key_id"] = key.Id[^16..];
        json["owner"] = AccountJson.Brief(owner, call.Links);
        json["created_on"] = AccountJson.Time(key.CreatedOn);
        json["added_on"] = AccountJson.Time(key.CreatedOn);
        json["last_used"] = null;
        json["expires_on"] = null;
        json["parent_fingerprint"] = null;
        json["subkeys"] = new JsonArray();
        json["links"] = new JsonObject { ["self"] = call.Links.Api($"users/{PercentCoding.Encode(owner.Uuid)}/gpg-keys/{key.Id}") };
        return json;
    }
}
