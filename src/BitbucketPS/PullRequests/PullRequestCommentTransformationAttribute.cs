using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type PullRequestComment take an object without a type of its own that has the properties Repository,
/// PullRequestId and Id, such as a line of a CSV file, and a comment that came from another process.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PullRequestCommentTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => UntypedObject.From(inputData, "BitbucketPS.PullRequestComment") is { } input
            && input.Repository() is { } repository
            && input.Number("PullRequestId") is { } pullRequestId
            && input.Number("Id") is { } id
            ? new PullRequestComment { Repository = repository, PullRequestId = pullRequestId, Id = id }
            : inputData;
}
