using System.ComponentModel;

namespace BitbucketPS.Cmdlets;

/// <summary>What the table views of reviews show where a property alone does not say it well.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReviewDisplay
{
    /// <summary>What became of a comment, in the colours of states.</summary>
    /// <param name="comment">The comment.</param>
    public static string State(PullRequestComment? comment) => Display.State(comment switch
    {
        { IsDeleted: true } => "DELETED",
        { IsPending: true } => "PENDING",
        { IsResolved: true } => "RESOLVED",
        _ => null,
    });

    /// <summary>What became of a task, in the colours of states; as long as only its author sees it, that is what matters.</summary>
    /// <param name="task">The task.</param>
    public static string TaskState(PullRequestTask? task) => Display.State(task is { IsPending: true } ? "PENDING" : task?.State);

    /// <summary>The place that a comment is about, if any, and its first line.</summary>
    /// <param name="comment">The comment.</param>
    public static string Text(PullRequestComment? comment)
    {
        string text = Display.FirstLine(comment?.Content?.Raw);
        return comment?.Inline is { } place ? $"{place} {text}" : text;
    }

    /// <summary>The pull request that something lies under: <c>workspace/slug#number</c>.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    public static string PullRequest(RepositoryId? repository, long pullRequestId) => FormattableString.Invariant($"{repository}#{pullRequestId}");
}
