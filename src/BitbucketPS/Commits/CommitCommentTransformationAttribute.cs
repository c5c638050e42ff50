namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type CommitComment take an object without a type of its own that has the properties Repository, Commit and Id,
/// such as a line of a CSV file, and a comment that came from another process.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CommitCommentTransformationAttribute() : UntypedTransformationAttribute("BitbucketPS.CommitComment")
{
    private protected override object? Read(UntypedObject input)
        => input.Repository() is { } repository
            && input.Text("Commit") is { Length: > 0 } commit
            && input.Number("Id") is > 0 and { } id
            ? new CommitComment { Repository = repository, Commit = commit, Id = id }
            : null;
}
