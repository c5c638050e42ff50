using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Reports about commits.</summary>
internal static class ReportOperations
{
    private const string Path = "~/commit/{commit}/reports";

    private static readonly string[] s_names =
        ["title", "details", "external_id", "reporter", "link", "remote_link_enabled", "logo_url", "report_type", "result", "data"];

    private static readonly FieldSchema s_schema = FieldSchema.Of("report");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add($"GET {Path}", ListAsync);
        handlers.Add($"GET {Path}/{{reportId}}", async call => ApiAnswer.Ok(ToJson(await RequireAsync(call))));
        handlers.Add($"PUT {Path}/{{reportId}}", PutAsync);
        handlers.Add($"DELETE {Path}/{{reportId}}", DeleteAsync);
    }

    /// <summary>The report of the path; by its own id or that of the program that made it.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public static async Task<Item> RequireAsync(ApiCall call)
    {
        string id = call.Path("reportId");
        return Find(call, await OwnerAsync(call), id) ?? throw ReportErrors.NotFound("Report", id);
    }

    private static Item? Find(ApiCall call, string owner, string id)
        => call.Data.Find<Item>(id, owner)
            ?? call.Data.All<Item>(owner).FirstOrDefault(report => string.Equals(report.Text("external_id"), id, StringComparison.Ordinal));

    // The scope of all of them is the one that reads; what is written needs access to write all the same, as build statuses do.
    private static async Task<string> OwnerAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(call.Operation.Changes ? AccessLevel.Write : AccessLevel.Read);
        return CommitApproval.OwnerOf(repository, await call.RequireHashAsync(repository, "commit")) + "/reports";
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        string owner = await OwnerAsync(call);
        return ApiAnswer.Ok(ItemList.ToPage([.. call.Data.All<Item>(owner).Select(report => new Lazy<JsonObject>(() => ToJson(report)))], s_schema, call));
    }

    private static async Task<ApiAnswer> PutAsync(ApiCall call)
    {
        string owner = await OwnerAsync(call);
        string id = call.Path("reportId");
        Item? present = Find(call, owner, id);
        JsonObject content = [];
        foreach (string name in s_names.Where(name => call.Json[name] is not null))
        {
            content[name] = call.Json[name]!.DeepClone();
        }

        content["external_id"] ??= id;
        RequireData(content);
        Item report = new(present?.Id ?? Guid.NewGuid().ToString("B"), content, present?.CreatedOn ?? call.Now, call.Now);
        call.Data.Put(report, owner);
        return ApiAnswer.Ok(ToJson(report));
    }

    private static async Task<ApiAnswer> DeleteAsync(ApiCall call)
    {
        Item report = await RequireAsync(call);
        string owner = await OwnerAsync(call);
        call.Data.Remove<Item>(report.Id, owner);
        call.Data.RemoveOwner($"{owner}/{report.Id}");
        return ApiAnswer.NoContent;
    }

    private static void RequireData(JsonObject content)
    {
        // The API description: "a report can contain up to 10 data items".
        if (content["data"] is JsonArray { Count: > 10 })
        {
            throw ReportErrors.Bad("A report holds ten data items at most.");
        }
    }

    private static JsonObject ToJson(Item report)
    {
        JsonObject json = report.Copy();
        json["type"] = "report";
        json["uuid"] = report.Id;
        json["created_on"] = ReportTime.ToText(report.CreatedOn);
        json["updated_on"] = ReportTime.ToText(report.UpdatedOn);
        return json;
    }
}
