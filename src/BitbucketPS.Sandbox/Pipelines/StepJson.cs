using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Steps as the API answers them.</summary>
internal static class StepJson
{
    private const int SecondsInMinute = 60;

    public static JsonObject Full(PipelineRun pipeline, StepRun run)
    {
        PipelineStep step = run.Step;
        JsonObject json = new()
        {
            ["type"] = "pipeline_step",
            ["uuid"] = step.Uuid,
            ["name"] = step.Name,
            ["pipeline"] = new JsonObject { ["type"] = "pipeline", ["uuid"] = pipeline.Pipeline.Uuid },
            ["run_number"] = 1,
            ["state"] = State(run),
            ["image"] = new JsonObject { ["name"] = step.Image },
            ["trigger"] = new JsonObject { ["type"] = step.IsManual ? "pipeline_step_trigger_manual" : "pipeline_step_trigger_automatic" },

            // Both spellings are answered.
            ["maxTime"] = step.MaxMinutes,
            ["max_time"] = step.MaxMinutes,
            ["duration_in_seconds"] = run.Seconds,
            ["build_seconds_used"] = Math.Min(run.Seconds, step.MaxMinutes * SecondsInMinute),
        };
        AddCommands(json, pipeline, step);
        AddTime(json, "started_on", run.StartedOn);
        AddTime(json, "completed_on", run.CompletedOn);
        return json;
    }

    private static void AddCommands(JsonObject json, PipelineRun pipeline, PipelineStep step)
    {
        json["setup_commands"] = Commands(StepLog.Setup(pipeline.Pipeline));
        json["script_commands"] = Commands(step.Script);
        json["teardown_commands"] = new JsonArray(Teardown());
    }

    private static void AddTime(JsonObject json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json[name] = PipelineTime.Write(value);
        }
    }

    private static JsonObject State(StepRun run)
    {
        JsonObject state = new() { ["type"] = $"pipeline_step_state_{run.State.ToLowerInvariant()}", ["name"] = run.State };
        if (run.Result is { } result)
        {
            state["result"] = new JsonObject { ["type"] = $"pipeline_step_state_completed_{result.ToLowerInvariant()}", ["name"] = result };
        }

        return state;
    }

    private static JsonArray Commands(IEnumerable<string> commands) => new([.. commands.Select(Command)]);

    private static JsonNode Command(string command)
        => new JsonObject { ["commandType"] = "user", ["command"] = command, ["name"] = command };

    private static JsonObject Teardown() => new()
    {
        ["commandType"] = "system",
        ["action"] = "PROCESS_TEST_REPORTS",
        ["command"] = "echo \"Processing test reports\"",
        ["name"] = "Process Test Reports",
    };
}
