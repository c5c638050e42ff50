using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Pipelines as the API answers them. Their variables are never told.</summary>
internal static class PipelineJson
{
    // Reserved for names that nobody answers to: a client that follows such a link does no harm.
    private const string Elsewhere = "http://bitbucket-pipelines.invalid//rest/1.0/accounts";

    public static JsonObject Full(PipelineRun run, HostedRepository repository, ApiCall call)
    {
        Pipeline pipeline = run.Pipeline;
        JsonObject json = new()
        {
            ["type"] = "pipeline",
            ["uuid"] = pipeline.Uuid,
            ["repository"] = RepositoryJson.Brief(repository, call.Links),
            ["state"] = State(run, call),
            ["build_number"] = pipeline.BuildNumber,
            ["creator"] = Person(pipeline.CreatorUuid, call),
            ["created_on"] = PipelineTime.Write(pipeline.CreatedOn),
            ["target"] = PipelineTargetJson.Full(pipeline.Target, repository, call.Links),
            ["trigger"] = new JsonObject { ["name"] = pipeline.Trigger, ["type"] = $"pipeline_trigger_{pipeline.Trigger.ToLowerInvariant()}" },
            ["configuration_sources"] = new JsonArray(Source(pipeline, repository, call)),
            ["links"] = Links(pipeline, repository, call),
            ["has_variables"] = pipeline.HasVariables,
        };
        AddCounts(json, run);
        return json;
    }

    private static void AddCounts(JsonObject json, PipelineRun run)
    {
        json["run_number"] = 1;
        json["duration_in_seconds"] = run.Seconds;
        json["build_seconds_used"] = run.Steps.Sum(step => step.Seconds);
        json["first_successful"] = false;
        json["expired"] = false;
        if (run.CompletedOn is { } completed)
        {
            json["completed_on"] = PipelineTime.Write(completed);
        }
    }

    private static JsonObject? Person(string uuid, ApiCall call)
        => call.World.FindAccount(uuid) is { } account ? AccountJson.Brief(account, call.Links) : null;

    private static JsonObject State(PipelineRun run, ApiCall call)
    {
        JsonObject state = new() { ["name"] = run.State, ["type"] = $"pipeline_state_{run.State.ToLowerInvariant()}" };
        if (run.Result is { } result)
        {
            state["result"] = Result(run.Pipeline, result, call);
        }
        else if (run.State is StepRun.InProgress)
        {
            string stage = run.IsPaused ? "PAUSED" : "RUNNING";
            state["stage"] = new JsonObject { ["name"] = stage, ["type"] = $"pipeline_state_in_progress_{stage.ToLowerInvariant()}" };
        }

        return state;
    }

    private static JsonObject Result(Pipeline pipeline, string name, ApiCall call)
    {
        JsonObject result = new() { ["name"] = name, ["type"] = $"pipeline_state_completed_{name.ToLowerInvariant()}" };
        if (pipeline.StoppedBy is { } person)
        {
            result["terminator"] = Person(person, call);
        }

        if (pipeline.Error is { } error)
        {
            result["error"] = new JsonObject { ["type"] = "pipeline_error", ["key"] = "plan-service.parse.unreadable", ["message"] = error };
        }

        return result;
    }

    private static JsonObject Source(Pipeline pipeline, HostedRepository repository, ApiCall call) => new()
    {
        ["source"] = "repository",
        ["uri"] = $"{call.Links.Origin}/2.0/repositories/{repository.FullName}/src/{pipeline.Target.CommitHash}/{PipelineFile.Name}",
    };

    private static JsonObject Links(Pipeline pipeline, HostedRepository repository, ApiCall call)
    {
        string self = call.Options.Quirks.IsOn(SandboxQuirk.PipelineLinksLeadElsewhere)
            ? $"{Elsewhere}/{repository.Workspace.Uuid}/repositories/{repository.Uuid}/pipelines/{pipeline.Uuid}"
            : $"{call.Links.Origin}/2.0/repositories/{repository.FullName}/pipelines/{PercentCoding.Encode(pipeline.Uuid)}";
        return new()
        {
            ["self"] = new JsonObject { ["href"] = self },
            ["steps"] = new JsonObject { ["href"] = self + "/steps" },
        };
    }
}
