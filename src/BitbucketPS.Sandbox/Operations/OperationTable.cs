namespace BitbucketPS.Sandbox;

/// <summary>All operations of the API, each with what answers it.</summary>
internal sealed class OperationTable
{
    private readonly RouteNode _root = new();

    private OperationTable(IReadOnlyList<ApiOperation> operations)
    {
        Operations = operations;
        foreach (ApiOperation operation in operations)
        {
            _root.Add(operation);
        }
    }

    /// <summary>The table that the sandbox carries.</summary>
    public static OperationTable Instance { get; } = Load();

    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>Where a path leads, or null.</summary>
    /// <param name="path">Still encoded.</param>
    public RouteMatch? Find(string path) => _root.Find(path.Split('/'));

    private static OperationTable Load()
    {
        using Stream stream = typeof(OperationTable).Assembly.GetManifestResourceStream("operations.txt")!;
        using StreamReader reader = new(stream);
        HandlerTable handlers = HandlerTable.Create();
        ApiOperation[] operations =
            [.. OperationParser.Parse(reader).Select(operation => operation.IsGone ? operation : handlers.Complete(operation))];
        handlers.RequireAllUsed();
        return new([.. operations, .. Api1Operations.All, PullRequestGitOperations.Conflicts]);
    }
}
