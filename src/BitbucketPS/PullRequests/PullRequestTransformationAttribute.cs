namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type PullRequest take an object without a type of its own that has the properties Repository and Id, such
/// as a line of a CSV file, and a pull request that came from another process. What has a PullRequestId too, such as a comment, is
/// none: its Id is not a pull request's.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PullRequestTransformationAttribute() : UntypedTransformationAttribute("BitbucketPS.PullRequest")
{
    private protected override object? Read(UntypedObject input)
        => input.Repository() is { } repository
            && input.Text("PullRequestId") is null
            && input.Number("Id") is > 0 and { } id
            ? new PullRequest { Repository = repository, Id = id }
            : null;
}
