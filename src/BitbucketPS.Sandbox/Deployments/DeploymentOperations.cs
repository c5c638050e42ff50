using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about deployments: what the steps that deploy have come to.</summary>
internal static class DeploymentOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("deployment");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/deployments", ListAsync);
        handlers.Add("GET ~/deployments/{deployment_uuid}", GetAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        IEnumerable<Deployment> all = await ReadAsync(call, repository);
        IEnumerable<Lazy<JsonObject>> items = all.Select(deployment => new Lazy<JsonObject>(() => DeploymentJson.Full(deployment, repository, call)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_schema, call));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        string uuid = call.Path("deployment_uuid");
        Deployment? deployment = (await ReadAsync(call, repository))
            .FirstOrDefault(deployment => string.Equals(deployment.Uuid, uuid, StringComparison.OrdinalIgnoreCase));
        return deployment is null
            ? throw PipelineErrors.NotFound($"Deployment {uuid}")
            : ApiAnswer.Ok(DeploymentJson.Full(deployment, repository, call));
    }

    private static async Task<IEnumerable<Deployment>> ReadAsync(ApiCall call, HostedRepository repository)
        => (await PipelineBook.ReadAsync(call, repository))
            .Select(pipeline => new PipelineRun(pipeline, call.Now))
            .SelectMany(run => run.Steps.Where(step => step.Step.EnvironmentUuid is not null).Select(step => new Deployment(run, step)));
}
