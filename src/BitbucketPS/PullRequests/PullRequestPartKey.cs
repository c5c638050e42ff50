namespace BitbucketPS.Cmdlets;

/// <summary>What addresses a comment or a task on a pull request.</summary>
/// <param name="PullRequest">The pull request it belongs to.</param>
/// <param name="Kind">What it is, in the plural, as in the API's addresses: <c>comments</c> or <c>tasks</c>.</param>
/// <param name="Id">Its number.</param>
internal sealed record PullRequestPartKey(PullRequestKey PullRequest, string Kind, long Id)
{
    /// <summary>The kind of comments.</summary>
    public const string Comments = "comments";

    /// <summary>The kind of tasks.</summary>
    public const string Tasks = "tasks";

    /// <summary>The repository it belongs to.</summary>
    public RepositoryId Repository => PullRequest.Repository;

    /// <summary>The number of the pull request.</summary>
    public long PullRequestId => PullRequest.Id;

    /// <summary>What addresses a comment that is piped.</summary>
    /// <exception cref="BitbucketException">It does not know its repository, or a number.</exception>
    public static PullRequestPartKey Of(PullRequestComment comment)
        => new(Parent(comment.Repository, comment.PullRequestId, $"comment {comment.Id}"), Comments, Belonging.RequireNumber(comment.Id, "comment"));

    /// <summary>What addresses a task that is piped.</summary>
    /// <exception cref="BitbucketException">It does not know its repository, or a number.</exception>
    public static PullRequestPartKey Of(PullRequestTask task)
        => new(Parent(task.Repository, task.PullRequestId, $"task {task.Id}"), Tasks, Belonging.RequireNumber(task.Id, "task"));

    /// <summary><c>workspace/slug#number/comments/number</c></summary>
    public override string ToString() => FormattableString.Invariant($"{PullRequest}/{Kind}/{Id}");

    private static PullRequestKey Parent(RepositoryId? repository, long pullRequestId, FormattableString what)
        => new(Belonging.Require(repository, FormattableString.Invariant(what)), Belonging.RequireNumber(pullRequestId, "pull request"));
}
