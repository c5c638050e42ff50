namespace BitbucketPS.Sandbox;

/// <summary>What answers which operation of the table.</summary>
internal sealed class HandlerTable
{
    private readonly Dictionary<string, Func<ApiCall, Task<ApiAnswer>>> _handlers = new(StringComparer.Ordinal);

    /// <summary>The handlers of all groups.</summary>
    public static HandlerTable Create()
    {
        HandlerTable handlers = new();
        BranchOperations.AddTo(handlers);
        BranchRestrictionOperations.AddTo(handlers);
        BranchingModelOperations.AddTo(handlers);
        CommitCommentOperations.AddTo(handlers);
        CommitListOperations.AddTo(handlers);
        CommitOperations.AddTo(handlers);
        CommitStatusOperations.AddTo(handlers);
        DefaultReviewerOperations.AddTo(handlers);
        DiffOperations.AddTo(handlers);
        ForkOperations.AddTo(handlers);
        MemberOperations.AddTo(handlers);
        PermissionConfigOperations.AddTo(handlers);
        ProjectOperations.AddTo(handlers);
        ProjectReviewerOperations.AddTo(handlers);
        PullRequestActivityOperations.AddTo(handlers);
        PullRequestCommentOperations.AddTo(handlers);
        PullRequestGitOperations.AddTo(handlers);
        PullRequestListOperations.AddTo(handlers);
        PullRequestMergeOperations.AddTo(handlers);
        PullRequestOperations.AddTo(handlers);
        PullRequestReviewOperations.AddTo(handlers);
        PullRequestTaskOperations.AddTo(handlers);
        RepositoryOperations.AddTo(handlers);
        RepositoryPermissionOperations.AddTo(handlers);
        RepositoryWriteOperations.AddTo(handlers);
        SourceOperations.AddTo(handlers);
        TagOperations.AddTo(handlers);
        UserOperations.AddTo(handlers);
        WorkspaceOperations.AddTo(handlers);
        return handlers;
    }

    /// <summary>Adds what answers an operation.</summary>
    /// <param name="name">Method and path as in <c>operations.txt</c>, such as <c>GET /user</c>; <c>~</c> stands for
    /// <c>/repositories/{workspace}/{repo_slug}</c>.</param>
    /// <param name="handler">Answers it.</param>
    public void Add(string name, Func<ApiCall, Task<ApiAnswer>> handler)
        => _handlers.Add(name.Replace(" ", " /2.0", StringComparison.Ordinal).Replace("~", "/repositories/{workspace}/{repo_slug}", StringComparison.Ordinal), handler);

    /// <summary>The same for what answers at once.</summary>
    public void Add(string name, Func<ApiCall, ApiAnswer> handler) => Add(name, call => Task.FromResult(handler(call)));

    /// <summary>An operation with its handler, if there is one.</summary>
    public ApiOperation Complete(ApiOperation operation)
        => _handlers.Remove(operation.Name, out Func<ApiCall, Task<ApiAnswer>>? handler) ? operation with { Handler = handler } : operation;

    /// <summary>Says so if a handler answers no operation of the table.</summary>
    /// <exception cref="InvalidOperationException">The tables of the sandbox do not fit together.</exception>
    public void RequireAllUsed()
    {
        if (_handlers.Count > 0)
        {
            throw new InvalidOperationException($"No operation of the table: {string.Join(", ", _handlers.Keys)}.");
        }
    }
}
