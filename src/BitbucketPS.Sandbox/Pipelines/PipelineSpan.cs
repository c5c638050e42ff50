using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>
/// A pipeline that has ended, as webhooks hear of it: a span in the JSON of OpenTelemetry. Only what a request ends is told, since no
/// timer runs here that could tell of the others.
/// </summary>
internal static class PipelineSpan
{
    public static JsonObject ToJson(PipelineRun run, HostedRepository repository) => new()
    {
        ["resourceSpans"] = new JsonArray(new JsonObject
        {
            ["resource"] = new JsonObject { ["attributes"] = new JsonArray() },
            ["scopeSpans"] = new JsonArray(new JsonObject { ["scope"] = new JsonObject { ["name"] = "bitbucket-pipelines" }, ["spans"] = new JsonArray(Span(run, repository)) }),
        }),
    };

    private static JsonObject Span(PipelineRun run, HostedRepository repository)
    {
        Pipeline pipeline = run.Pipeline;
        byte[] id = Guid.Parse(pipeline.Uuid).ToByteArray();
        return new()
        {
            ["traceId"] = Convert.ToBase64String(id),
            ["spanId"] = Convert.ToBase64String(id.AsSpan(0, 8)),
            ["name"] = "bbc.pipeline_run",
            ["startTimeUnixNano"] = Nanoseconds(pipeline.CreatedOn),
            ["endTimeUnixNano"] = Nanoseconds(run.CompletedOn ?? pipeline.CreatedOn),
            ["attributes"] = new JsonArray(
                Attribute("pipeline.uuid", pipeline.Uuid),
                Attribute("pipeline_run.uuid", pipeline.Uuid),
                new JsonObject { ["key"] = "pipeline_run.run_number", ["value"] = new JsonObject { ["intValue"] = FormattableString.Invariant($"{pipeline.BuildNumber}") } },
                Attribute("pipeline.target.ref_name", pipeline.Target.RefName ?? ""),
                Attribute("pipeline.target.ref_type", (pipeline.Target.RefType ?? "branch").ToUpperInvariant()),
                Attribute("pipeline.state.result.name", run.Result ?? ""),
                Attribute("pipeline.trigger.name", pipeline.Trigger),
                Attribute("pipeline.repository.full_name", repository.FullName)),
        };
    }

    private static JsonObject Attribute(string key, string value)
        => new() { ["key"] = key, ["value"] = new JsonObject { ["stringValue"] = value } };

    private static string Nanoseconds(DateTimeOffset time) => FormattableString.Invariant($"{(time - DateTimeOffset.UnixEpoch).Ticks * 100L}");
}
