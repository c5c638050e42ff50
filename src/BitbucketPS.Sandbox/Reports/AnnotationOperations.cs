using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What reports say about lines of files.</summary>
internal static class AnnotationOperations
{
    private const int MostAnnotations = 1000;

    private const string Path = "~/commit/{commit}/reports/{reportId}/annotations";

    private static readonly string[] s_names =
        ["external_id", "annotation_type", "path", "line", "summary", "details", "result", "severity", "link"];

    private static readonly FieldSchema s_schema = FieldSchema.Of("report_annotation");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add($"GET {Path}", ListAsync);
        handlers.Add($"POST {Path}", AddManyAsync);
        handlers.Add($"GET {Path}/{{annotationId}}", async call => ApiAnswer.Ok(ToJson(Require(call, await OwnerAsync(call)))));
        handlers.Add($"PUT {Path}/{{annotationId}}", PutAsync);
        handlers.Add($"DELETE {Path}/{{annotationId}}", DeleteAsync);
    }

    private static async Task<string> OwnerAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        Item report = await ReportOperations.RequireAsync(call);
        return $"{CommitApproval.OwnerOf(repository, await call.RequireHashAsync(repository, "commit"))}/reports/{report.Id}";
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        string owner = await OwnerAsync(call);
        return ApiAnswer.Ok(ItemList.ToPage([.. call.Data.All<Item>(owner).Select(item => new Lazy<JsonObject>(() => ToJson(item)))], s_schema, call));
    }

    private static async Task<ApiAnswer> AddManyAsync(ApiCall call)
    {
        string owner = await OwnerAsync(call);
        JsonArray answers = [];
        foreach (JsonObject body in ((JsonArray)call.Body!).OfType<JsonObject>())
        {
            string id = body.Text("external_id") ?? throw ReportErrors.Bad("Every annotation needs an external_id.");
            answers.Add(ToJson(Keep(call, owner, id, body)));
        }

        return ApiAnswer.Ok(new JsonObject { ["values"] = answers, ["pagelen"] = answers.Count, ["size"] = answers.Count, ["page"] = 1 });
    }

    private static async Task<ApiAnswer> PutAsync(ApiCall call)
        => ApiAnswer.Ok(ToJson(Keep(call, await OwnerAsync(call), call.Path("annotationId"), call.Json)));

    private static async Task<ApiAnswer> DeleteAsync(ApiCall call)
    {
        string owner = await OwnerAsync(call);
        call.Data.Remove<Item>(Require(call, owner).Id, owner);
        return ApiAnswer.NoContent;
    }

    private static Item Keep(ApiCall call, string owner, string id, JsonObject body)
    {
        Item? present = Find(call, owner, id);
        JsonObject content = present?.Copy() ?? [];
        foreach (string name in s_names.Where(name => body[name] is not null))
        {
            content[name] = body[name]!.DeepClone();
        }

        content["external_id"] ??= id;
        if (content.Text("summary") is not { Length: > 0 })
        {
            throw ReportErrors.Bad("An annotation needs a summary.");
        }

        if (present is null && call.Data.Count<Item>(owner) >= MostAnnotations)
        {
            throw ReportErrors.Bad($"A report holds {MostAnnotations} annotations at most.");
        }

        return call.Data.Put(new Item(present?.Id ?? Guid.NewGuid().ToString("B"), content, present?.CreatedOn ?? call.Now, call.Now), owner);
    }

    private static Item Require(ApiCall call, string owner)
    {
        string id = call.Path("annotationId");
        return Find(call, owner, id) ?? throw ReportErrors.NotFound("Annotation", id);
    }

    private static Item? Find(ApiCall call, string owner, string id)
        => call.Data.Find<Item>(id, owner)
            ?? call.Data.All<Item>(owner).FirstOrDefault(item => string.Equals(item.Text("external_id"), id, StringComparison.Ordinal));

    private static JsonObject ToJson(Item annotation)
    {
        JsonObject json = annotation.Copy();
        json["type"] = "report_annotation";
        json["uuid"] = annotation.Id;
        json["created_on"] = ReportTime.ToText(annotation.CreatedOn);
        json["updated_on"] = ReportTime.ToText(annotation.UpdatedOn);
        return json;
    }
}
