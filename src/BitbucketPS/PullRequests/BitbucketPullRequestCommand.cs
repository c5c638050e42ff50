using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works on one pull request, or on each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketPullRequestCommand : BitbucketRepositoryCommand
{
    /// <summary>The set with the number of a pull request.</summary>
    private protected const string IdSet = "Id";

    /// <summary>The set with a pull request.</summary>
    private protected const string InputObjectSet = "InputObject";

    private protected BitbucketPullRequestCommand()
    {
    }

    // Not bound by property name: whatever else knows its repository is no pull request.
    /// <inheritdoc />
    [Parameter(Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [RepositoryTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public override RepositoryIdentity? Repository { get; set; }

    // Not bound by property name: comments and tasks have an Id too, and it is not their pull request's.
    /// <summary>The number of the pull request.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCompleter))]
    public virtual long Id { get; set; }

    /// <summary>A pull request as Get-BitbucketPullRequest writes it, or an untyped object with the properties Repository and Id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [PullRequestTransformation]
    [ValidateNotNull]
    public virtual PullRequest? InputObject { get; set; }

    /// <summary>What the person gave, for errors about it.</summary>
    private protected object? Input => (object?)InputObject ?? Repository;

    /// <summary>The pull request that is meant; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">Its repository is not known.</exception>
    private protected PullRequestKey ResolvePullRequest()
        => InputObject is null ? new(ResolveRepository(), Id) : PullRequestKey.Of(InputObject);
}
