using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The place of one request in the log, which it takes once: an answer that is cut short begins twice.</summary>
internal sealed class RequestLogEntry
{
    private readonly RequestLog _log;
    private readonly string _method;
    private readonly RequestTarget _target;
    private bool _isWritten;

    public RequestLogEntry(RequestLog log, string method, RequestTarget target)
    {
        _log = log;
        _method = method;
        _target = target;
    }

    /// <summary>The operation as the table names it.</summary>
    public string? Operation { get; set; }

    /// <summary>Who asks.</summary>
    public Account? Account { get; set; }

    /// <summary>What is wrong.</summary>
    public string? Problem { get; set; }

    /// <summary>The one of a request; null for requests that are not logged.</summary>
    public static RequestLogEntry? Of(HttpContext http) => http.Features.Get<RequestLogEntry>();

    /// <summary>Notes what an error says.</summary>
    public void Note(ApiException error)
    {
        IEnumerable<string> fields = error.Fields?.Select(field => $"{field.Key}: {Text(field.Value)}") ?? [];
        Problem = string.Join("; ", [error.Message, .. error.Detail is JsonValue detail ? [detail.ToString()] : (string[])[], .. fields]);
    }

    /// <summary>Puts the request into the log, unless it is there.</summary>
    public void Write(int status)
    {
        if (!Interlocked.Exchange(ref _isWritten, true))
        {
            _log.Add(_method, _target, status, this);
        }
    }

    private static string Text(JsonNode? node)
        => node is JsonArray texts ? string.Join(", ", texts.Select(text => text?.ToString())) : node?.ToString() ?? "";
}
