namespace BitbucketPS.Sandbox;

/// <summary>What answers which operation of the table.</summary>
internal sealed class HandlerTable
{
    // In alphabetical order.
    private static readonly Action<HandlerTable>[] s_groups =
    [
        AnnotationOperations.AddTo,
        BranchOperations.AddTo,
        BranchRestrictionOperations.AddTo,
        BranchingModelOperations.AddTo,
        CacheCollection.AddTo,
        CommitCommentOperations.AddTo,
        CommitListOperations.AddTo,
        CommitOperations.AddTo,
        CommitStatusOperations.AddTo,
        DefaultReviewerOperations.AddTo,
        DeployKeyCollections.AddTo,
        DeploymentOperations.AddTo,
        DiffOperations.AddTo,
        DownloadOperations.AddTo,
        EnvironmentCollection.AddTo,
        ForkOperations.AddTo,
        GpgKeyOperations.AddTo,
        HookEventOperations.AddTo,
        IdentityOperations.AddTo,
        MemberOperations.AddTo,
        PermissionConfigOperations.AddTo,
        PipelineConfigOperations.AddTo,
        PipelineOperations.AddTo,
        ProjectOperations.AddTo,
        ProjectReviewerOperations.AddTo,
        PropertyOperations.AddTo,
        PullRequestActivityOperations.AddTo,
        PullRequestCommentOperations.AddTo,
        PullRequestGitOperations.AddTo,
        PullRequestListOperations.AddTo,
        PullRequestMergeOperations.AddTo,
        PullRequestOperations.AddTo,
        PullRequestReviewOperations.AddTo,
        PullRequestTaskOperations.AddTo,
        ReportOperations.AddTo,
        RepositoryOperations.AddTo,
        RepositoryPermissionOperations.AddTo,
        RepositoryWriteOperations.AddTo,
        RunnerCollections.AddTo,
        ScheduleOperations.AddTo,
        SearchOperations.AddTo,
        SnippetCommentCollection.AddTo,
        SnippetOperations.AddTo,
        SnippetVersionOperations.AddTo,
        SourceOperations.AddTo,
        SshKeyCollection.AddTo,
        StepOperations.AddTo,
        TagOperations.AddTo,
        UserOperations.AddTo,
        VariableCollections.AddTo,
        WebhookCollections.AddTo,
        WorkspaceOperations.AddTo,
    ];

    private readonly Dictionary<string, Func<ApiCall, Task<ApiAnswer>>> _handlers = new(StringComparer.Ordinal);

    /// <summary>The handlers of all groups.</summary>
    public static HandlerTable Create()
    {
        HandlerTable handlers = new();
        foreach (Action<HandlerTable> add in s_groups)
        {
            add(handlers);
        }

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

    /// <summary>An operation with its handler.</summary>
    /// <exception cref="InvalidOperationException">There is none: the tables of the sandbox do not fit together.</exception>
    public ApiOperation Complete(ApiOperation operation)
        => _handlers.Remove(operation.Name, out Func<ApiCall, Task<ApiAnswer>>? handler)
            ? operation with { Handler = handler }
            : throw new InvalidOperationException($"Nothing answers {operation.Name}.");

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
