using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Authorization;

/// <summary>The page that answers a callback: what happened, and what to do next. It must hold no secret.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Text">What it means for the person.</param>
/// <param name="IsError">Whether the callback was not what it has to be; the answer's status is 400 then, else 200.</param>
public sealed record CallbackPage(string Title, string Text, bool IsError = false)
{
    private const string Style
        = ":root{color-scheme:light dark}"
        + "body{margin:0;min-height:100vh;display:grid;place-items:center;font:1rem/1.5 system-ui,sans-serif;"
        + "background:light-dark(#f4f5f7,#161a1d);color:light-dark(#172b4d,#c7d1db)}"
        + "main{max-width:32rem;margin:1rem;padding:2rem;border-radius:.5rem;border-top:.25rem solid #1868db;"
        + "background:light-dark(#fff,#22272b)}"
        + "main.error{border-top-color:#c9372c}"
        + "h1{margin:0 0 .5rem;font-size:1.35rem}p{margin:0}";

    private static readonly string s_styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    // No-store and no-referrer: the address of this page carries the verifier.
    internal byte[] ToResponse()
    {
        byte[] body = Encoding.UTF8.GetBytes(ToHtml());
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            HTTP/1.1 {(IsError ? "400 Bad Request" : "200 OK")}
            Content-Type: text/html; charset=utf-8
            Content-Length: {body.Length}
            Content-Security-Policy: default-src 'none'; style-src 'sha256-{s_styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
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
        <meta name="viewport" content="width=device-width">
        <title>{WebUtility.HtmlEncode(Title)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main{(IsError ? " class=\"error\"" : "")}>
        <h1>{WebUtility.HtmlEncode(Title)}</h1>
        <p>{WebUtility.HtmlEncode(Text)}</p>
        </main>
        </body>
        </html>

        """;
}
