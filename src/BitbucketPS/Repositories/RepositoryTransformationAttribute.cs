using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type RepositoryIdentity take an object without a type of its own that has the property FullName, or Workspace and
/// Slug, such as a line of a CSV file or what was JSON, and a repository that came from another process.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class RepositoryTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => UntypedObject.From(inputData, "BitbucketPS.Repository")?.FullName() is { } name
            ? new RepositoryIdentity(name)
            : inputData;
}
