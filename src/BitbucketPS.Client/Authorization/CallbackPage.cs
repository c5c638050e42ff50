using System.Globalization;
using System.Net;
using System.Text;

namespace BitbucketPS.Authorization;

/// <summary>The page that answers a callback: what happened, and what to do next. It must hold no secret.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Text">What it means for the person.</param>
/// <param name="IsError">Whether the callback was not what it has to be; the answer's status is 400 then, else 200.</param>
public sealed record CallbackPage(string Title, string Text, bool IsError = false)
{
    /// <summary>
    /// Whether the callback is the one that is waited for. Anybody can call the listener, so what is not the sign-in's own must
    /// not end it.
    /// </summary>
    public bool EndsTheWait { get; init; } = true;

    /// <summary>For another tab of a sign-in that has had its answer, and is about to close.</summary>
    internal static CallbackPage Late { get; } = new(
        "This sign-in is over",
        "It was answered before, perhaps in another tab, so this answer was ignored. You can close this page.",
        IsError: true)
    {
        Status = "410 Gone",
    };

    private string? Status { get; init; }

    // No-store and no-referrer: the address of this page carries the verifier.
    internal byte[] ToResponse()
    {
        byte[] body = Encoding.UTF8.GetBytes(ToHtml());
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            HTTP/1.1 {Status ?? (IsError ? "400 Bad Request" : "200 OK")}
            Content-Type: text/html; charset=utf-8
            Content-Length: {body.Length}
            Content-Security-Policy: default-src 'none'; style-src {CallbackPageStyle.PolicySource}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
            Cache-Control: no-store
            Referrer-Policy: no-referrer
            X-Content-Type-Options: nosniff
            Connection: close


            """);
        return [.. Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n")), .. body];
    }

    private string ToHtml() => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{WebUtility.HtmlEncode(Title)} – BitbucketPS</title>
        <style>{CallbackPageStyle.Css}</style>
        </head>
        <body>
        <main{(IsError ? " class=\"error\"" : "")}>
        <p class="brand">BitbucketPS, on this computer</p>
        <h1>{WebUtility.HtmlEncode(Title)}</h1>
        <p>{WebUtility.HtmlEncode(Text)}</p>
        </main>
        </body>
        </html>

        """;
}
