namespace BitbucketPS.Sandbox;

/// <summary>What the API has for a method and a path.</summary>
internal sealed class ApiRoute
{
    private readonly string _path;
    private readonly RouteMatch? _match;
    private readonly ApiOperation? _operation;

    public ApiRoute(string method, string path)
    {
        _path = path;
        _match = OperationTable.Instance.Find(path);
        _operation = _match?.Operations.GetValueOrDefault(method);
        Values = _operation is null ? [] : _match!.ValuesOf(_operation);
    }

    /// <summary>Whether the path is the API's at all: elsewhere other credentials count, such as those of git.</summary>
    public bool IsOfApi => _path.Split('/') is ["", "1.0" or "2.0", ..];

    /// <summary>What a token needs; nothing where there is no operation.</summary>
    public RequiredScopes Scopes => _operation?.Scopes ?? RequiredScopes.None;

    /// <summary>The name of the operation; null where there is none.</summary>
    public string? Name => _operation?.Name;

    /// <summary>The encoded values of the placeholders.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>The operation.</summary>
    /// <exception cref="ApiException">404, 405 or 410 if there is none.</exception>
    public ApiOperation RequireOperation()
    {
        if (_match is null)
        {
            throw Api1Operations.Owns(_path) ? Api1Operations.Removed() : ApiErrors.NoSuchUrl();
        }

        ApiOperation operation = _operation ?? throw ApiErrors.MethodNotAllowed(_match.Operations.Keys);
        return operation.IsGone ? throw ApiErrors.Gone() : operation;
    }
}
