using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BitbucketPS.Tests.Browser;

/// <summary>All that the tabs of a context asked for, got, and complained about.</summary>
internal sealed class BrowserLog
{
    private readonly ConcurrentQueue<Uri> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<IResponse> _documents = new();

    public BrowserLog(IBrowserContext context)
    {
        context.Request += (_, request) => _requests.Enqueue(new(request.Url));
        context.Console += (_, message) => Note(message);
        context.WebError += (_, error) => _complaints.Enqueue(error.Error);
        context.Response += (_, response) => Note(response);
    }

    public IReadOnlyCollection<Uri> Requests => _requests;

    /// <summary>Errors and warnings of the console; a violation of a page's policy is one of them.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The pages, without the redirects between them.</summary>
    public IReadOnlyCollection<IResponse> Documents => _documents;

    private void Note(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            _complaints.Enqueue(message.Text);
        }
    }

    private void Note(IResponse response)
    {
        if (response.Request.IsNavigationRequest && response.Status is < 300 or >= 400)
        {
            _documents.Enqueue(response);
        }
    }
}
