namespace BitbucketPS.Sandbox;

/// <summary>Where in the file a pipeline stands.</summary>
/// <param name="Type"><c>default</c>, <c>branches</c>, <c>tags</c>, <c>custom</c> or <c>pull-requests</c>.</param>
/// <param name="Pattern">Under which name; null for the default one.</param>
internal sealed record PipelineSelector(string Type, string? Pattern = null)
{
    public const string Custom = "custom";
    public const string PullRequests = "pull-requests";
    public const string Branches = "branches";
    public const string Tags = "tags";

    /// <summary>The one that runs where nothing else fits.</summary>
    public static PipelineSelector Default { get; } = new("default");
}
