using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Deployments as the API answers them.</summary>
internal static class DeploymentJson
{
    public static JsonObject Full(Deployment deployment, HostedRepository repository, ApiCall call)
    {
        Pipeline pipeline = deployment.Pipeline.Pipeline;
        StepRun step = deployment.Step;
        JsonObject release = Release(pipeline, repository, call);
        return new()
        {
            ["type"] = "deployment",
            ["uuid"] = deployment.Uuid,
            ["key"] = FormattableString.Invariant($"{repository.FullName}#{pipeline.BuildNumber}"),
            ["version"] = 1,
            ["state"] = State(deployment, repository, call),
            ["environment"] = Environment(step.Step, repository, call),
            ["release"] = release,
            ["deployable"] = Deployable(release, pipeline),
            ["step"] = new JsonObject { ["type"] = "pipeline_step", ["uuid"] = step.Step.Uuid },
            ["commit"] = PipelineTargetJson.Commit(pipeline.Target.CommitHash, repository, call.Links),
            ["last_update_time"] = PipelineTime.Write(step.CompletedOn ?? step.StartedOn ?? pipeline.CreatedOn),
        };
    }

    // The description says start_date and completion_date; answers do not.
    private static JsonObject State(Deployment deployment, HostedRepository repository, ApiCall call)
    {
        StepRun step = deployment.Step;
        string url = PageOf(deployment.Pipeline.Pipeline, repository, call);
        if (step.StartedOn is not { } started)
        {
            return new() { ["type"] = "deployment_state_undeployed", ["name"] = "UNDEPLOYED", ["trigger_url"] = url };
        }

        JsonObject state = new()
        {
            ["type"] = $"deployment_state_{step.State.ToLowerInvariant()}",
            ["name"] = step.State,
            ["url"] = url,
            ["deployer"] = call.World.FindAccount(deployment.Pipeline.Pipeline.CreatorUuid) is { } account ? AccountJson.Brief(account, call.Links) : null,
            ["started_on"] = PipelineTime.Write(started),
        };
        if (step is { Result: { } result, CompletedOn: { } completed })
        {
            state["status"] = new JsonObject { ["type"] = $"deployment_state_completed_status_{result.ToLowerInvariant()}", ["name"] = result };
            state["completed_on"] = PipelineTime.Write(completed);
        }

        return state;
    }

    // One that was deleted meanwhile is still named.
    private static JsonObject Environment(PipelineStep step, HostedRepository repository, ApiCall call)
        => call.Data.Find<Item>(step.EnvironmentUuid!, EnvironmentCollection.Items.KeyOf(repository.Uuid)) is { } environment
            ? EnvironmentCollection.ToJson(environment)
            : new() { ["type"] = "deployment_environment", ["uuid"] = step.EnvironmentUuid, ["name"] = step.EnvironmentName };

    private static JsonObject Release(Pipeline pipeline, HostedRepository repository, ApiCall call) => new()
    {
        ["type"] = "deployment_release",
        ["uuid"] = StableId.Uuid("release", pipeline.Uuid),
        ["name"] = FormattableString.Invariant($"#{pipeline.BuildNumber}"),
        ["url"] = PageOf(pipeline, repository, call),
        ["commit"] = PipelineTargetJson.Commit(pipeline.Target.CommitHash, repository, call.Links),
        ["created_on"] = PipelineTime.Write(pipeline.CreatedOn),
    };

    private static JsonObject Deployable(JsonObject release, Pipeline pipeline)
    {
        JsonObject json = (JsonObject)release.DeepClone();
        json["pipeline"] = new JsonObject { ["type"] = "pipeline", ["uuid"] = pipeline.Uuid };
        return json;
    }

    private static string PageOf(Pipeline pipeline, HostedRepository repository, ApiCall call)
        => FormattableString.Invariant($"{call.Links.Origin}/{repository.FullName}/pipelines/results/{pipeline.BuildNumber}");
}
