namespace BitbucketPS.Operations;

/// <summary>
/// Every operation of the API, those that are gone among them, so that what is refused can say why. What the operations are, their
/// scopes and query names are those of the service's API description of August 2026; what is known beyond it is said where it stands.
/// </summary>
public static class OperationCatalogue
{
    private static readonly Lazy<OperationTrie> s_trie = new(BuildTrie);

    /// <summary>All operations. Building the list builds every group: a request needs only the member of its group.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        .. AddonOperations.All,
        .. BranchingOperations.All,
        .. CommitOperations.All,
        .. DefaultReviewerOperations.All,
        .. DeployKeyOperations.All,
        .. DeploymentOperations.All,
        .. DiffOperations.All,
        .. DownloadOperations.All,
        .. IssueOperations.All,
        .. PermissionOperations.All,
        .. PipelineConfigOperations.All,
        .. PipelineOperations.All,
        .. ProjectOperations.All,
        .. PropertyOperations.All,
        .. PullRequestCommentOperations.All,
        .. PullRequestOperations.All,
        .. RefOperations.All,
        .. ReportOperations.All,
        .. RepositoryOperations.All,
        .. RunnerOperations.All,
        .. SearchOperations.All,
        .. SnippetOperations.All,
        .. SourceOperations.All,
        .. UserKeyOperations.All,
        .. UserOperations.All,
        .. VariableOperations.All,
        .. WebhookOperations.All,
        .. WorkspaceOperations.All,
    ];

    /// <summary>
    /// Finds the operation that a request is. Literal text goes before placeholders, so <c>/pullrequests/activity</c> is the list of
    /// activity and not a pull request; names of refs may have their slashes bare.
    /// </summary>
    /// <param name="method">The method of the request. HEAD is no operation of its own and finds nothing.</param>
    /// <param name="path">
    /// The path, with or without the leading <c>/2.0</c>, percent-escaped or not; what follows a <c>?</c> is ignored, and so is one
    /// trailing slash.
    /// </param>
    /// <returns>The operation, or null where the catalogue has none.</returns>
    public static Operation? Find(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        string[] segments = SplitPath(path);

        // A trailing slash means something only where a file's path is empty, in /src/{commit}/.
        IReadOnlyDictionary<HttpMethod, Operation>? operations = segments is [.., ""]
            ? s_trie.Value.Find(segments.AsSpan(..^1)) ?? s_trie.Value.Find(segments)
            : s_trie.Value.Find(segments);

        return operations?.GetValueOrDefault(method);
    }

    private static string[] SplitPath(string path)
    {
        int query = path.IndexOf('?', StringComparison.Ordinal);
        string[] segments = path[(path.StartsWith('/') ? 1 : 0)..(query < 0 ? path.Length : query)].Split('/');
        if (segments is ["2.0", ..])
        {
            segments = segments[1..];
        }

        for (int index = 0; index < segments.Length; index++)
        {
            segments[index] = Uri.UnescapeDataString(segments[index]);
        }

        return segments;
    }

    private static OperationTrie BuildTrie()
    {
        OperationTrie trie = new();
        foreach (Operation operation in All)
        {
            trie.Add(operation);
        }

        return trie;
    }
}
