using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works on what lies under a pull request, such as its comments.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketPullRequestPartCommand : BitbucketRepositoryCommand
{
    /// <summary>The set with the number of a pull request.</summary>
    private protected const string IdSet = "Id";

    /// <summary>The set with a pull request.</summary>
    private protected const string PullRequestSet = "PullRequest";

    private protected BitbucketPullRequestPartCommand()
    {
    }

    // Not bound by property name: whatever else knows its repository is no pull request.
    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    /// <summary>The number of the pull request.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCompleter))]
    public virtual long PullRequestId { get; set; }

    /// <summary>A pull request as Get-BitbucketPullRequest writes it, or an untyped object with the properties Repository and Id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PullRequestSet, ValueFromPipeline = true)]
    [PullRequestTransformation]
    [ValidateNotNull]
    public virtual PullRequest? PullRequest { get; set; }

    /// <summary>What the person gave, for errors about it.</summary>
    private protected object? Input => (object?)PullRequest ?? Repository;

    /// <summary>The pull request that is meant; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">Its repository is not known.</exception>
    private protected PullRequestKey ResolvePullRequest()
        => PullRequest is null ? new(ResolveRepository(), PullRequestId) : PullRequestKey.Of(PullRequest);
}
