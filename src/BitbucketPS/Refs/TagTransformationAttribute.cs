namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type Tag take an object without a type of its own that has the properties Repository and Name, such as a line of
/// a CSV file, and a tag that came from another process. Anything else with these two is something else: a branch has them too.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TagTransformationAttribute() : UntypedTransformationAttribute("BitbucketPS.Tag")
{
    private protected override object? Read(UntypedObject input)
        => input.Repository() is { } repository
            && input.Text("Name") is { Length: > 0 } name
            ? new Tag { Repository = repository, Name = name }
            : null;
}
