using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Lets a parameter of type Branch take an object without a type of its own that has the properties Repository and Name, such
/// as a line of a CSV file, and a branch that came from another process. Anything else with these two is something else: a
/// tag has them too.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class BranchTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        PSObject input = PSObject.AsPSObject(inputData);
        return IsUntyped(input)
            && RepositoryId.TryParse(Text(input, "Repository"), out RepositoryId? repository)
            && Text(input, "Name") is { Length: > 0 } name
            ? new Branch { Repository = repository, Name = name }
            : inputData;
    }

    // The engine puts its own names of types after those of a deserialised or selected object.
    private static bool IsUntyped(PSObject input)
        => input.BaseObject is PSCustomObject
        && input.TypeNames[0] is "System.Management.Automation.PSCustomObject" or "Deserialized.BitbucketPS.Branch" or "Selected.BitbucketPS.Branch" or "Selected.System.Management.Automation.PSCustomObject";

    private static string? Text(PSObject input, string property) => input.Properties[property]?.Value?.ToString();
}
