using System.ComponentModel;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>A cmdlet that works on one comment on a pull request, or on each that is piped to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BitbucketPullRequestCommentCommand : BitbucketPullRequestItemCommand
{
    private protected BitbucketPullRequestCommentCommand()
    {
    }

    /// <summary>The number of the comment.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = IdSet)]
    [ValidateRange(1, long.MaxValue)]
    [ArgumentCompleter(typeof(PullRequestCommentCompleter))]
    public long Id { get; set; }

    /// <summary>
    /// A comment as Get-BitbucketPullRequestComment writes it, or an untyped object with the properties Repository, PullRequestId and Id.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [PullRequestCommentTransformation]
    [ValidateNotNull]
    public PullRequestComment? InputObject { get; set; }

    /// <summary>What the person gave, for errors about it.</summary>
    private protected object? Input => (object?)InputObject ?? Repository;

    /// <summary>The comment that is meant; to be called while the input is bound.</summary>
    /// <exception cref="BitbucketException">Its repository is not known.</exception>
    private protected PullRequestPartKey ResolveComment()
        => InputObject is null ? new(ResolvePullRequest(), PullRequestPartKey.Comments, Id) : PullRequestPartKey.Of(InputObject);
}
