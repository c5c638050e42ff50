using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about people and their addresses.</summary>
internal static class UserOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("object");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET /user", Get);
        handlers.Add("GET /user/emails", ListEmails);
        handlers.Add("GET /user/emails/{email}", GetEmail);
        handlers.Add("GET /users/{selected_user}", GetOther);
    }

    private static ApiAnswer Get(ApiCall call) => ApiAnswer.Ok(AccountJson.Full(call.RequireAccount(), call.Links));

    private static ApiAnswer GetOther(ApiCall call)
    {
        Account account = call.RequireNamedAccount("selected_user");
        JsonObject json = AccountJson.Full(account, call.Links);

        // Names of users are nobody else's business since 2019, and neither is how somebody signs in.
        json.Remove("username");
        json.Remove("has_2fa_enabled");
        return ApiAnswer.Ok(json);
    }

    private static ApiAnswer ListEmails(ApiCall call)
    {
        Account account = call.RequireAccount();
        return ApiAnswer.Ok(ItemList.ToPage([new(() => EmailJson(account, call.Links))], s_schema, call));
    }

    private static ApiAnswer GetEmail(ApiCall call)
    {
        Account account = call.RequireAccount();
        string address = call.Path("email");
        return string.Equals(account.Email, address, StringComparison.OrdinalIgnoreCase)
            ? ApiAnswer.Ok(EmailJson(account, call.Links))
            : throw ApiErrors.NotFound($"Email address {address}");
    }

    private static JsonObject EmailJson(Account account, ApiLinks links) => new()
    {
        ["type"] = "email",
        ["email"] = account.Email,
        ["is_primary"] = true,
        ["is_confirmed"] = true,
        ["links"] = new JsonObject { ["self"] = links.Api($"user/emails/{PercentCoding.Encode(account.Email)}") },
    };
}
