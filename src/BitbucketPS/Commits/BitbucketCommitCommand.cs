using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works on one commit of a repository, or on each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketCommitCommand : BitbucketRepositoryCommand
{
    private protected BitbucketCommitCommand()
    {
    }

    /// <summary>
    /// The commit: its hash, or the name of a branch or a tag. A commit that is piped stands for itself, a branch or a tag for the
    /// commit it points to, and a comment or a status for the commit it is about.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash", "Target")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public virtual string Commit { get; set; } = "";

    /// <summary>The commit that is meant; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">Its repository is not known.</exception>
    private protected CommitAddress ResolveCommit() => new(ResolveRepository(), Commit);
}
