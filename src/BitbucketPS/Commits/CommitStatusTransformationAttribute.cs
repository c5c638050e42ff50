namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type CommitStatus take an object without a type of its own that has the properties Repository, Commit and Key,
/// such as a line of a CSV file, and a status that came from another process.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CommitStatusTransformationAttribute() : UntypedTransformationAttribute("BitbucketPS.CommitStatus")
{
    private protected override object? Read(UntypedObject input)
        => input.Repository() is { } repository
            && input.Text("Commit") is { Length: > 0 } commit
            && input.Text("Key") is { Length: > 0 } key
            ? new CommitStatus { Repository = repository, Commit = commit, Key = key }
            : null;
}
