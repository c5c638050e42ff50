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

    /// <summary>Puts the request into the log, unless it is there.</summary>
    public void Write(int status)
    {
        if (!Interlocked.Exchange(ref _isWritten, true))
        {
            _log.Add(_method, _target, status);
        }
    }
}
