using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace BitbucketPS.Sandbox;

/// <summary>The faults that answer something else.</summary>
internal static class InsteadFaults
{
    private const string HtmlType = "text/html; charset=utf-8";

    public static FaultEffect[] All { get; } =
    [
        new(SandboxFaultKind.Status, BendsAnswer: false, StatusAsync),
        new(SandboxFaultKind.Html, BendsAnswer: false, HtmlAsync),
        new(SandboxFaultKind.RedirectLoop, BendsAnswer: false, Redirect),
    ];

    private static Task StatusAsync(FaultCall call)
    {
        int status = call.Fault.Status;
        call.Response.Clear();
        if (call.Fault.RetryAfter is { } text)
        {
            call.Response.Headers.RetryAfter = text;
        }

        return status switch
        {
            429 => RateLimitAnswer.WriteAsync(call.Http),
            >= 502 and <= 504 => GatewayAsync(call, status),
            _ => ApiWriter.WriteErrorAsync(call.Http, new(status, Message(status))),
        };
    }

    private static string Message(int status) => status switch
    {
        401 => "Token is invalid, expired, or not supported for this endpoint.",
        403 => "Your credentials lack one or more required privilege scopes.",
        404 => "Resource not found",
        409 => "The resource was changed by somebody else.",
        410 => "Resource removed",
        500 => "Something went wrong",
        555 => "The request took too long on the server.",
        _ => ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Error",
    };

    // What stands before the service knows nothing of JSON.
    private static Task GatewayAsync(FaultCall call, int status)
    {
        string title = $"{status} {ReasonPhrases.GetReasonPhrase(status)}";
        call.Response.StatusCode = status;
        call.Response.ContentType = "text/html";
        return SendAsync(call, $"<html>\r\n<head><title>{title}</title></head>\r\n<body><center><h1>{title}</h1></center></body>\r\n</html>\r\n");
    }

    private static Task HtmlAsync(FaultCall call)
    {
        call.Begin(200, HtmlType);
        return SendAsync(call, "<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body>Sign in.</body></html>");
    }

    private static Task Redirect(FaultCall call)
    {
        call.Begin(302, contentType: null);
        call.Response.Headers.Location = $"{call.Origin}{call.Target}";
        return Task.CompletedTask;
    }

    private static Task SendAsync(FaultCall call, string text) => call.SendAsync(Encoding.UTF8.GetBytes(text));
}
