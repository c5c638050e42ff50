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
            ["type"] = account.Type,
            ["uuid"] = account.Uuid,
            ["account_id"] = account.AccountId,
        };
        if (!account.IsApp)
        {
            json["nickname"] = account.Username;
        }

        return json;
    }

    /// <summary>The long form, as in <c>/2.0/user</c>.</summary>
    public static JsonObject Full(Account account, ApiLinks links)
    {
        JsonObject json = Brief(account, links);
        json["created_on"] = Time(account.CreatedOn);
        json["account_status"] = account.IsActive ? "active" : "inactive";
        if (!account.IsApp)
        {
            json["username"] = account.Username;
            json["is_staff"] = false;
            json["location"] = null;
            json["website"] = null;
            json["has_2fa_enabled"] = null;
        }

        json["links"]!["repositories"] = links.Api($"repositories/{PercentCoding.Encode(account.Uuid)}");
        if (account.Kind is not null)
        {
            json["kind"] = account.Kind;
        }

        return json;
    }

    /// <summary>Times of accounts, workspaces and repositories carry microseconds.</summary>
    public static string Time(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);
}
