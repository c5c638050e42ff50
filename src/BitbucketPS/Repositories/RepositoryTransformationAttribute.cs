using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type RepositoryIdentity take an object without a type of its own that has the property FullName, such as a line
/// of a CSV file, and a repository that came from another process.
/// </summary>
/// <remarks>
/// For parameters that are not bound by property name, because what has a repository does not stand for it there: whoever pipes
/// branches does not want the repository deleted.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class RepositoryTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => UntypedObject.From(inputData, "BitbucketPS.Repository")?.Text("FullName") is { Length: > 0 } name
            ? new RepositoryIdentity(name)
            : inputData;
}
