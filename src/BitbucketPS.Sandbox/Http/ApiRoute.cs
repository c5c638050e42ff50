namespace BitbucketPS.Sandbox;

/// <summary>What the API has for a method and a path.</summary>
internal sealed class ApiRoute
{
    private static readonly ApiOperation[] s_operations =
    [
        .. UserOperations.All, .. WorkspaceOperations.All, .. RepositoryOperations.All,
        .. BranchOperations.All, .. Api1Operations.All,
    ];

    private readonly string _path;
    private readonly ApiOperation[] _here;
    private readonly ApiOperation? _operation;

    public ApiRoute(string method, string path)
    {
        _path = path;
        _here = [.. s_operations.Where(operation => operation.Match(path) is not null)];
        _operation = Array.Find(_here, operation => string.Equals(operation.Method, method, StringComparison.Ordinal));
        Values = _operation?.Match(path) ?? [];
    }

    /// <summary>Whether the path is the API's at all: elsewhere other credentials count, such as those of git.</summary>
    public bool IsOfApi => _path.Split('/') is ["", "1.0" or "2.0", ..];

    /// <summary>What a token needs; nothing where there is no operation.</summary>
    public RequiredScopes Scopes => _operation?.Scopes ?? RequiredScopes.None;

    /// <summary>The encoded values of the placeholders.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>The operation.</summary>
    /// <exception cref="ApiException">404, 405 or 410 if there is none.</exception>
    public ApiOperation RequireOperation()
    {
        if (_here.Length == 0)
        {
            throw Api1Operations.Owns(_path) ? Api1Operations.Removed() : ApiErrors.NoSuchUrl();
        }

        return _operation ?? throw ApiErrors.MethodNotAllowed(_here.Select(operation => operation.Method));
    }
}
