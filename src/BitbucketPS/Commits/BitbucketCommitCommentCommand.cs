using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that changes one comment on a commit, or each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketCommitCommentCommand : BitbucketCommitCommand
{
    /// <summary>The set with the number of a comment.</summary>
    private protected const string IdSet = "Id";

    /// <summary>The set with a comment.</summary>
    private protected const string InputObjectSet = "InputObject";

    private protected BitbucketCommitCommentCommand()
    {
    }

    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <inheritdoc />
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Hash", "Target")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BranchCompleter))]
    public override string Commit { get; set; } = "";

    /// <summary>The number of the comment.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    public long Id { get; set; }

    /// <summary>A comment as Get-BitbucketCommitComment writes it, or an untyped object with the properties Repository, Commit and Id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [CommitCommentTransformation]
    [ValidateNotNull]
    public CommitComment? InputObject { get; set; }

    /// <summary>What the person gave, for errors about it.</summary>
    private protected object? Input => (object?)InputObject ?? Repository;

    /// <summary>The comment that is meant; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">Its repository is not known.</exception>
    private protected (CommitAddress Address, long Id) ResolveComment()
    {
        if (InputObject is null)
        {
            return (ResolveCommit(), Id);
        }

        RepositoryId repository = Belonging.Require(InputObject.Repository, FormattableString.Invariant($"comment {InputObject.Id}"));
        return (new(repository, InputObject.Commit), Belonging.RequireNumber(InputObject.Id, "comment"));
    }
}
