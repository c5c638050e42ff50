namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type PullRequestTask take an object without a type of its own that has the properties Repository,
/// PullRequestId and Id, such as a line of a CSV file, and a task that came from another process.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PullRequestTaskTransformationAttribute() : UntypedTransformationAttribute("BitbucketPS.PullRequestTask")
{
    private protected override object? Read(UntypedObject input)
        => input.Repository() is { } repository
            && input.Number("PullRequestId") is > 0 and { } pullRequestId
            && input.Number("Id") is > 0 and { } id
            ? new PullRequestTask { Repository = repository, PullRequestId = pullRequestId, Id = id }
            : null;
}
