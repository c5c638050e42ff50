using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

// The parameters; what is done with them is in the other half.
public sealed partial class GetBitbucketCommitCommand
{
    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = CommitSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>One commit: its hash, or the name of a branch or a tag that points to it.</summary>
    [Parameter(Position = 1, ParameterSetName = CommitSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash", "Target")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Commit { get; set; }

    /// <summary>A branch, a tag or a hash; the commits that lead to it are listed. All branches and tags by default.</summary>
    [Parameter(ParameterSetName = CommitSet)]
    [Alias("Tag", "Revision")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string? Branch { get; set; }

    /// <summary>Further branches, tags or hashes, the commits of which are listed too.</summary>
    [Parameter(ParameterSetName = CommitSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string[] Include { get; set; } = [];

    /// <summary>Branches, tags or hashes, the commits of which are left out.</summary>
    [Parameter(ParameterSetName = CommitSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public string[] Exclude { get; set; } = [];

    /// <summary>A file or a directory; only the commits that changed it are listed.</summary>
    [Parameter(ParameterSetName = CommitSet)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The number of a pull request, the commits of which are listed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCompleter))]
    public long PullRequestId { get; set; }

    // Not mandatory, and still the default set: the engine tries that one first, so that a piped pull request is one, though it knows
    // its repository too; and without any parameter nobody is asked for one.
    /// <summary>A pull request, the commits of which are listed, or an untyped object with the properties Repository and Id.</summary>
    [Parameter(ParameterSetName = PullRequestSet, ValueFromPipeline = true)]
    [PullRequestTransformation]
    [ValidateNotNull]
    public PullRequest? PullRequest { get; set; }
}
