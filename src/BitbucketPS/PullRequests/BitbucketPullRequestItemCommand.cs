using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works on one thing under a pull request, such as a comment, or on each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketPullRequestItemCommand : BitbucketRepositoryCommand
{
    /// <summary>The set with the numbers of a pull request and of the thing.</summary>
    private protected const string IdSet = "Id";

    /// <summary>The set with the thing.</summary>
    private protected const string InputObjectSet = "InputObject";

    private protected BitbucketPullRequestItemCommand()
    {
    }

    // Not bound by property name: whatever else knows its repository is not meant.
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
    public long PullRequestId { get; set; }

    /// <summary>The pull request that is named; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">Its repository is not known.</exception>
    private protected PullRequestKey ResolvePullRequest() => new(ResolveRepository(), PullRequestId);
}
