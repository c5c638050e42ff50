using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Accounts as the API answers them.</summary>
internal static class AccountJson
{
    /// <summary>The short form, as in commits.</summary>
    public static JsonObject Brief(Account account, ApiLinks links)
    {
        string id = PercentCoding.Encode(account.Uuid);
        JsonObject json = new()
        {
            ["display_name"] = account.DisplayName,
            ["links"] = new JsonObject
            {
                ["self"] = links.Api($"users/{id}"),
                ["avatar"] = links.Site($"account/{account.Username}/avatar/32/"),
                ["html"] = links.Site($"{id}/"),
            },
            ["type"] = account.Kind is null ? "user" : "app_user",
            ["uuid"] = account.Uuid,
            ["account_id"] = account.AccountId,
        };

        // The API description gives an app_user a kind, and no name beside the one to display.
        (string name, string value) = account.Kind is null ? ("nickname", account.Username) : ("kind", account.Kind);
        json[name] = value;
        return json;
    }

    /// <summary>The long form, as in <c>/2.0/user</c>.</summary>
    public static JsonObject Full(Account account, ApiLinks links)
    {
        JsonObject json = Brief(account, links);
        json["account_status"] = "active";
        json["created_on"] = Time(account.CreatedOn);
        json["links"]!["repositories"] = links.Api($"repositories/{PercentCoding.Encode(account.Uuid)}");
        if (account.Kind is null)
        {
            AddPerson(json, account);
        }

        return json;
    }

    /// <summary>Times of accounts, workspaces and repositories carry microseconds.</summary>
    public static string Time(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    private static void AddPerson(JsonObject json, Account person)
    {
        json["username"] = person.Username;
        json["is_staff"] = false;
        json["location"] = null;
        json["website"] = null;
        json["has_2fa_enabled"] = null;
    }
}
