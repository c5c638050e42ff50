using System.Text.Encodings.Web;

namespace BitbucketPS.Sandbox;

/// <summary>A page for people.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">Plain text: the title of the window and the heading.</param>
/// <param name="Body">HTML; whoever makes it has encoded what came from outside.</param>
internal sealed record HtmlPage(int Status, string Title, string Body)
{
    /// <summary>Where its form may lead beside this server, as the policy wants it; empty for nowhere.</summary>
    public string FormTarget { get; init; } = "";

    /// <summary>Whether it holds tables, and uses the width of the window.</summary>
    public bool IsWide { get; init; }

    /// <summary>Makes text harmless in HTML, also inside quoted attributes.</summary>
    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>Sends it, with the headers that keep it from being framed, cached or told about.</summary>
    public Task WriteAsync(HttpContext http)
    {
        // Browsers apply form-action to the redirect that follows a form, hence the callback's origin in it.
        string formAction = FormTarget.Length == 0 ? "'self'" : $"'self' {FormTarget}";
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {PageStyle.PolicySource}; form-action {formAction}; base-uri 'none'; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        http.Response.StatusCode = Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Render(), http.RequestAborted);
    }

    private string Render() =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(Title)} – Bitbucket sandbox</title>
        <style>{PageStyle.Css}</style>
        </head>
        <body>
        <main{(IsWide ? " class=\"wide\"" : "")}>
        <p class="brand">Bitbucket sandbox, on this computer</p>
        <h1>{Encode(Title)}</h1>
        {Body}
        </main>
        </body>
        </html>

        """;
}
