using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that changes projects: one by its key, or each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketProjectCommand : BitbucketWorkspaceCommand
{
    /// <summary>The parameter set of a project that is named.</summary>
    private protected const string KeySet = "Key";

    /// <summary>The parameter set of a project that is piped.</summary>
    private protected const string ProjectSet = "Project";

    private protected BitbucketProjectCommand()
    {
    }

    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = KeySet)]
    [WorkspaceTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public override string? Workspace { get; set; }

    /// <summary>The key of the project, such as WEB.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = KeySet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string? Key { get; set; }

    /// <summary>A project as Get-BitbucketProject writes it, or an untyped object with the properties Workspace and Key, such as a line of a CSV file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProjectSet, ValueFromPipeline = true)]
    [ProjectTransformation]
    [ValidateNotNull]
    public Project? InputObject { get; set; }

    /// <summary>The workspace and the key of the project that is meant; to be called while the input is bound.</summary>
    private protected (string Workspace, string Key) ResolveProject()
        => InputObject is { Workspace.Length: > 0 } project ? (project.Workspace, project.Key) : (ResolveWorkspace(), InputObject?.Key ?? Key!);
}
