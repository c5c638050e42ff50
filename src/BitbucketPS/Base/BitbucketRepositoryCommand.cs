using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works on a repository, or on each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketRepositoryCommand : BitbucketCommand
{
    private protected BitbucketRepositoryCommand()
    {
    }

    /// <summary>
    /// The repository: workspace/slug, a slug in the session's workspace, or an https or ssh address. Left out, it is the
    /// session's, or the one that the current location is a git clone of.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public virtual RepositoryIdentity? Repository { get; set; }

    /// <summary>The repository that was given or can be found out; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">There is none, or its text names none.</exception>
    private protected RepositoryId ResolveRepository()
        => (Repository ?? RepositoryIdentity.Default(ActiveSession, SessionState)).Resolve(ActiveSession);
}
