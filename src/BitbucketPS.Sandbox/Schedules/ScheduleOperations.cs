using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about schedules and what they have started.</summary>
internal static class ScheduleOperations
{
    public static void AddTo(HandlerTable handlers)
    {
        ItemOperations.Add(handlers, ScheduleCollection.Items);
        handlers.Add("DELETE ~/pipelines_config/schedules/{schedule_uuid}", Delete);
        handlers.Add("GET ~/pipelines_config/schedules/{schedule_uuid}/executions", ListExecutionsAsync);
    }

    // The pipelines that it has started stay.
    private static ApiAnswer Delete(ApiCall call)
    {
        ItemOwner owner = ItemOwner.OfRepository(call, AccessLevel.Write);
        Item schedule = ItemOperations.Require(ScheduleCollection.Items, call, owner);
        call.Data.Remove<Item>(schedule.Id, ScheduleCollection.Items.KeyOf(owner));
        return ApiAnswer.NoContent;
    }

    private static async Task<ApiAnswer> ListExecutionsAsync(ApiCall call)
    {
        ItemOwner owner = ItemOwner.OfRepository(call, AccessLevel.Read);
        Item schedule = ItemOperations.Require(ScheduleCollection.Items, call, owner);
        IReadOnlyList<Pipeline> all = await PipelineBook.ReadAsync(call, owner.Repository!);
        ILookup<string, Pipeline> pipelines = all.ToLookup(pipeline => pipeline.Uuid, StringComparer.OrdinalIgnoreCase);
        IEnumerable<Lazy<JsonObject>> executions = ScheduledRuns.TimesOf(schedule, call.Now)
            .Select(time => ScheduledRuns.UuidOf(schedule, time))
            .Select(uuid => new Lazy<JsonObject>(() => Execution(pipelines[uuid].FirstOrDefault(), call, owner.Repository!)));
        return ApiAnswer.Ok(ItemList.ToPage([.. executions], FieldSchema.Of("pipeline_schedule_execution"), call));
    }

    private static JsonObject Execution(Pipeline? pipeline, ApiCall call, HostedRepository repository)
        => pipeline is null
            ? new()
            {
                ["type"] = "pipeline_schedule_execution_errored",
                ["error"] = new JsonObject
                {
                    ["type"] = "pipeline_error",
                    ["key"] = "schedule-service.target-not-found",
                    ["message"] = "What the schedule runs on was not there, or Pipelines was not enabled.",
                },
            }
            : new()
            {
                ["type"] = "pipeline_schedule_execution_executed",
                ["pipeline"] = PipelineJson.Full(new(pipeline, call.Now), repository, call),
            };
}
