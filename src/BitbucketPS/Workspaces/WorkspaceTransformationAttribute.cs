using System.Collections;
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
            IEnumerable several and not IDictionary => throw new ArgumentTransformationMetadataException(
                $"{string.Join(", ", several.Cast<object?>().Select(value => $"'{value}'"))}: give one workspace, or pipe them."),
            _ => FromProperties(inputData) ?? throw new ArgumentTransformationMetadataException($"'{inputData}' is no workspace."),
        };

    // What belongs to a workspace may have a slug of its own.
    private static string? FromProperties(object input)
        => new[] { Text(input, "BitbucketPS.Project", "Workspace"), Text(input, "BitbucketPS.Repository", "Workspace"), Text(input, "BitbucketPS.Workspace", "Slug") }
            .FirstOrDefault(text => text is { Length: > 0 });

    private static string? Text(object input, string model, string property) => UntypedObject.From(input, model)?.Text(property);
}
