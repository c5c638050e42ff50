using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The control API, which provokes the sandbox and looks into it. It is no part of Bitbucket.</summary>
internal sealed class ControlEndpoint
{
    public const string Prefix = "/_sandbox";

    private readonly ControlTable _table;
    private readonly ControlSecret _secret;

    public ControlEndpoint(ControlTable table, ControlSecret secret)
    {
        _table = table;
        _secret = secret;
        _table.Describe("", "What the control API has");
        _table.Add("GET", "", _ => ApiAnswer.Ok(new JsonObject { ["name"] = "Bitbucket sandbox", ["resources"] = _table.ToJson() }));
    }

    /// <summary>Whether a request is one to it.</summary>
    public static bool Owns(RequestTarget target) => target.Path is Prefix || target.Path.StartsWith(Prefix + "/", StringComparison.Ordinal);

    /// <summary>Answers a request with JSON, an error being JSON too.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            if (!_secret.Admits(http.Request))
            {
                throw new ApiException(403, $"The control API wants the secret of this sandbox in the header {ControlSecret.Header}.");
            }

            string path = target.Path[Prefix.Length..].TrimEnd('/');
            Func<ControlCall, Task<ApiAnswer>> handler = _table.Require(http.Request.Method, path);
            QueryParameters query = QueryParameters.ParseOnce(target.Query);
            _table.RequireKnown(http.Request.Method, path, query);
            ApiAnswer answer = await handler(new(http, query));

            // A lease has been an answer by itself.
            if (!http.Response.HasStarted)
            {
                await ApiWriter.WriteAsync(http, answer);
            }
        }
        catch (ApiException error)
        {
            await ApiWriter.WriteErrorAsync(http, error);
        }
    }
}
