using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works on one task on a pull request, or on each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketPullRequestTaskCommand : BitbucketPullRequestItemCommand
{
    private protected BitbucketPullRequestTaskCommand()
    {
    }

    /// <summary>The number of the task.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestTaskCompleter))]
    public long Id { get; set; }

    /// <summary>
    /// A task as Get-BitbucketPullRequestTask writes it, or an untyped object with the properties Repository, PullRequestId and Id.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [PullRequestTaskTransformation]
    [ValidateNotNull]
    public PullRequestTask? InputObject { get; set; }

    /// <summary>What the person gave, for errors about it.</summary>
    private protected object? Input => (object?)InputObject ?? Repository;

    /// <summary>The task that is meant; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">Its repository is not known.</exception>
    private protected PullRequestPartKey ResolveTask()
        => InputObject is null ? new(ResolvePullRequest(), PullRequestPartKey.Tasks, Id) : PullRequestPartKey.Of(InputObject);
}
