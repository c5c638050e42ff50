using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What the control API has.</summary>
internal sealed class ControlTable
{
    private readonly SortedDictionary<string, SortedDictionary<string, Func<ControlCall, Task<ApiAnswer>>>> _handlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<(string Method, string Path, string Name)> _parameters = [];

    /// <summary>Says what a path is for; its methods are added after.</summary>
    /// <param name="path">Below <c>/_sandbox</c>.</param>
    /// <param name="text">For people.</param>
    public void Describe(string path, string text) => _texts.Add(path, text);

    public void Add(string method, string path, Func<ControlCall, Task<ApiAnswer>> handler)
    {
        if (!_handlers.TryGetValue(path, out SortedDictionary<string, Func<ControlCall, Task<ApiAnswer>>>? methods))
        {
            _handlers.Add(path, methods = new(StringComparer.Ordinal));
        }

        methods.Add(method, handler);
    }

    public void Add(string method, string path, Func<ControlCall, ApiAnswer> handler)
        => Add(method, path, call => Task.FromResult(handler(call)));

    /// <summary>Says that a method of a path has a parameter in its query.</summary>
    public void AddParameter(string method, string path, string name) => _parameters.Add((method, path, name));

    /// <summary>Checks that a query has nothing that would be overlooked.</summary>
    /// <exception cref="ApiException">400 for a parameter that there is not.</exception>
    public void RequireKnown(string method, string path, QueryParameters query)
    {
        if (query.Names.FirstOrDefault(name => !_parameters.Contains((method, path, name))) is { } unknown)
        {
            throw ApiErrors.BadField(unknown, "This resource has no such parameter.");
        }
    }

    /// <summary>What answers a request.</summary>
    /// <exception cref="ApiException">404 or 405 if nothing does.</exception>
    public Func<ControlCall, Task<ApiAnswer>> Require(string method, string path)
    {
        if (!_handlers.TryGetValue(path, out SortedDictionary<string, Func<ControlCall, Task<ApiAnswer>>>? methods))
        {
            throw new ApiException(404, $"The control API has no {ControlEndpoint.Prefix}{path}. GET {ControlEndpoint.Prefix} says what it has.");
        }

        return methods.TryGetValue(method, out Func<ControlCall, Task<ApiAnswer>>? handler)
            ? handler
            : throw ApiErrors.MethodNotAllowed(methods.Keys);
    }

    /// <summary>All there is, for people.</summary>
    public JsonArray ToJson() =>
    [
        .. _handlers.Select(pair => new JsonObject
        {
            ["path"] = ControlEndpoint.Prefix + pair.Key,
            ["methods"] = new JsonArray([.. pair.Value.Keys.Select(method => (JsonNode)method)]),
            ["about"] = _texts.GetValueOrDefault(pair.Key, ""),
        }),
    ];
}
