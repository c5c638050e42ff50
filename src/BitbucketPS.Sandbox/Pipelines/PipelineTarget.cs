namespace BitbucketPS.Sandbox;

/// <summary>What a pipeline runs on.</summary>
/// <param name="Type">One of the constants.</param>
/// <param name="CommitHash">40 hexadecimal digits.</param>
/// <param name="Selector">Which pipelines of the file were meant.</param>
internal sealed record PipelineTarget(string Type, string CommitHash, PipelineSelector Selector)
{
    public const string OfRef = "pipeline_ref_target";
    public const string OfCommit = "pipeline_commit_target";
    public const string OfPullRequest = "pipeline_pullrequest_target";

    /// <summary><c>branch</c> or <c>tag</c>; null for a commit alone.</summary>
    public string? RefType { get; init; }

    public string? RefName { get; init; }

    /// <summary>The branch that a pull request is to be merged into.</summary>
    public string? Destination { get; init; }

    public int? PullRequestId { get; init; }
}
