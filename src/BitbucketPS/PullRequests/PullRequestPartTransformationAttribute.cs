using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type PullRequest take what lies under a pull request, such as a comment, for that pull request; and what
/// PullRequestTransformation takes. For commands that read: what changes a pull request takes nothing else for one.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PullRequestPartTransformationAttribute : ArgumentTransformationAttribute
{
    private const string Property = "PullRequestId";

    private static readonly string[] s_parts =
        ["BitbucketPS.PullRequestComment", "BitbucketPS.PullRequestTask", "BitbucketPS.PullRequestActivity", "BitbucketPS.PullRequestConflict"];

    private readonly PullRequestTransformationAttribute _whole = new();

    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            PullRequestComment comment => Of(comment.Repository, comment.PullRequestId),
            PullRequestTask task => Of(task.Repository, task.PullRequestId),
            PullRequestActivity activity => Of(activity.Repository, activity.PullRequestId),
            PullRequestConflict conflict => Of(conflict.Repository, conflict.PullRequestId),
            _ => Untyped(inputData) ?? _whole.Transform(engineIntrinsics, inputData),
        };

    private static PullRequest? Untyped(object input)
        => s_parts.Select(model => UntypedObject.From(input, model)).FirstOrDefault(part => part is not null) is { } part
            && part.Repository() is { } repository
            && part.Number(Property) is > 0 and { } id
            ? Of(repository, id)
            : null;

    private static PullRequest Of(RepositoryId? repository, long id) => new() { Repository = repository, Id = id };
}
