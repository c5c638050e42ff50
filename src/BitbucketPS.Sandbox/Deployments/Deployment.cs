namespace BitbucketPS.Sandbox;

/// <summary>A step that deploys, as a deployment.</summary>
/// <param name="Pipeline">The pipeline of the step.</param>
/// <param name="Step">What has become of the step.</param>
internal sealed record Deployment(PipelineRun Pipeline, StepRun Step)
{
    public string Uuid => StableId.Uuid("deployment", Step.Step.Uuid);
}
