using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>Lets a parameter that takes a workspace as text take whatever belongs to one, and nothing else that has a text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class WorkspaceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string text => text,
            Workspace workspace => workspace.Slug,
            WorkspaceMember member => member.Workspace,
            Project project => project.Workspace,
            Repository repository => repository.Workspace,
            RepositoryId repository => repository.Workspace,
            _ when UntypedObject.From(inputData, "BitbucketPS.Workspace")?.Text(nameof(Workspace.Slug)) is { Length: > 0 } slug => slug,
            _ => throw new ArgumentTransformationMetadataException($"'{inputData}' is no workspace."),
        };
}
