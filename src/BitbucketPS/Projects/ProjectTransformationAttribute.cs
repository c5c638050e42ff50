namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type Project take an object without a type of its own that has the properties Workspace and Key, such as a
/// line of a CSV file, and a project that came from another process.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ProjectTransformationAttribute() : UntypedTransformationAttribute("BitbucketPS.Project")
{
    private protected override object? Read(UntypedObject input)
        => input.Text("Workspace") is { Length: > 0 } workspace && input.Text("Key") is { Length: > 0 } key
            ? new Project { Workspace = workspace, Key = key }
            : null;
}
