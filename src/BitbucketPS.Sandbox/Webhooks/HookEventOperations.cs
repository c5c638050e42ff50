using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations that tell what webhooks can be told about.</summary>
internal static class HookEventOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("hook_event");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET /hook_events", ListSubjects);
        handlers.Add("GET /hook_events/{subject_type}", List);
    }

    private static ApiAnswer ListSubjects(ApiCall call)
        => ApiAnswer.Ok(new JsonObject { ["workspace"] = Subject(call, "workspace"), ["repository"] = Subject(call, "repository") });

    private static JsonObject Subject(ApiCall call, string name) => new() { ["links"] = new JsonObject { ["events"] = call.Links.Api($"hook_events/{name}") } };

    private static ApiAnswer List(ApiCall call)
    {
        string subject = call.Path("subject_type");
        return subject is "workspace" or "repository"
            ? ApiAnswer.Ok(ItemList.ToPage([.. HookEventCatalogue.List(subject is "workspace").Select(item => new Lazy<JsonObject>(item))], s_schema, call))
            : throw ApiErrors.NotFound($"Subject type {subject}");
    }
}
