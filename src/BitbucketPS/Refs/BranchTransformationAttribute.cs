using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type Branch take any object with the properties Repository and Name, such as a line of a CSV file.
/// Both have to be there: a repository has a Name too.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class BranchTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        PSObject input = PSObject.AsPSObject(inputData);
        return input.BaseObject is not Branch
            && RepositoryId.TryParse(Text(input, "Repository"), out RepositoryId? repository)
            && Text(input, "Name") is { Length: > 0 } name
            ? new Branch { Repository = repository, Name = name }
            : inputData;
    }

    private static string? Text(PSObject input, string property) => input.Properties[property]?.Value?.ToString();
}
