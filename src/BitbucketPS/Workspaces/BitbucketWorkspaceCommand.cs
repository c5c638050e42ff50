using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works on a workspace, or on each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketWorkspaceCommand : BitbucketCommand
{
    private protected BitbucketWorkspaceCommand()
    {
    }

    /// <summary>
    /// The workspace: its slug, or its UUID in braces; by default the session's, or that of the repository that the current
    /// location is a git clone of.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [WorkspaceTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public virtual string? Workspace { get; set; }

    /// <summary>The workspace that was given or can be found out; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">There is none.</exception>
    private protected string ResolveWorkspace()
        => Workspace
            ?? ActiveSession.Workspace
            ?? ActiveSession.Repository?.Workspace
            ?? GitClone.FindRepository(SessionState.Path.CurrentFileSystemLocation.ProviderPath, ActiveSession)?.Workspace
            ?? ActiveSession.RequireWorkspace("to work on");
}
