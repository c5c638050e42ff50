using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that looks at files of a commit, or of each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketSourceCommand : BitbucketRepositoryCommand
{
    private readonly Dictionary<(RepositoryId Repository, string? Commit), Lazy<Task<string>>> _commits = [];

    private protected BitbucketSourceCommand()
    {
    }

    /// <summary>
    /// The commit to look at: its hash, or the name of a branch or a tag; by default the newest commit of the main branch. A commit
    /// that is piped stands for itself, a branch or a tag for the commit it points to, and a file for the commit it is from.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Hash", "Target")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Commit { get; set; }

    /// <summary>The address of a path in the commit that was given, for errors; to be called while the input is bound.</summary>
    private protected string AddressOf(RepositoryId repository, string path)
        => (path.Length == 0 ? $"{repository}" : $"{repository}:{path}") + (Commit is null ? "" : $" at {Commit}");

    /// <summary>
    /// What the service finds in a path instead of a commit. Asked for once, however many files are read, so that all are from the
    /// same commit; to be called while the input is bound.
    /// </summary>
    private protected Lazy<Task<string>> FindCommit(RepositoryId repository)
    {
        string? commit = Commit;
        if (!_commits.TryGetValue((repository, commit), out Lazy<Task<string>>? found))
        {
            found = new(() => Client.Source.FindCommitAsync(repository, commit, StopToken));
            _commits.Add((repository, commit), found);
        }

        return found;
    }
}
