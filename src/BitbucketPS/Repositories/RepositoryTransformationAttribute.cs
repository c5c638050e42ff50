using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type RepositoryIdentity take an object without a type of its own that has the property FullName, such as a line
/// of a CSV file, and a repository that came from another process.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class RepositoryTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => UntypedObject.From(inputData, "BitbucketPS.Repository")?.Text("FullName") is { Length: > 0 } name
            ? new RepositoryIdentity(name)
            : inputData;
}
