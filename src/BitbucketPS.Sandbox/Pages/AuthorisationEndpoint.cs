namespace BitbucketPS.Sandbox;

/// <summary>The endpoint that people see: it asks, and takes the answer.</summary>
internal sealed class AuthorisationEndpoint
{
    public const string Path = "/1.0/oauth/authenticate";

    private readonly TokenStore _tokens;

    public AuthorisationEndpoint(TokenStore tokens)
    {
        _tokens = tokens;
    }

    /// <summary>Answers a request to it.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target)
    {
        try
        {
            HtmlPage? page = http.Request.Method switch
            {
                "GET" => Ask(QueryParameters.Parse(target.Query)),
                "POST" => await DecideAsync(http),
                _ => MethodNotAllowed(http),
            };
            await (page?.WriteAsync(http) ?? Task.CompletedTask);
        }
        catch (ApiException e)
        {
            // An address or form that cannot be read; told as a page, since a person sees it.
            await AuthorisationPages.Problem(e.Status, "This request cannot be read", e.Message).WriteAsync(http);
        }
    }

    private static HtmlPage MethodNotAllowed(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, POST";
        return AuthorisationPages.Problem(405, "Method not allowed", "This page can be read and answered, nothing else.");
    }

    private HtmlPage Ask(QueryParameters query)
    {
        HtmlPage? problem = Check(query["oauth_token"], out RequestToken? token);
        return problem ?? AuthorisationPages.Ask(token!, Path);
    }

    private async Task<HtmlPage?> DecideAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentTypeOnly())
        {
            return AuthorisationPages.Problem(400, "This request cannot be read", "The answer must come from the form of the page.");
        }

        QueryParameters form = QueryParameters.Parse(await http.Request.ReadFormTextAsync(http.RequestAborted));
        HtmlPage? problem = Check(form["oauth_token"], out RequestToken? token)
            ?? CheckOrigin(http.Request, form["form_token"] ?? "", token!);
        if (problem is not null)
        {
            return problem;
        }

        return form["decision"] switch
        {
            "approve" => Decide(http, token!, approve: true),
            "deny" => Decide(http, token!, approve: false),
            _ => AuthorisationPages.Problem(400, "This request cannot be read", "The answer must be Approve or Deny."),
        };
    }

    private HtmlPage? Check(string? text, out RequestToken? token)
    {
        token = text is null ? null : _tokens.FindRequestToken(text);
        return token switch
        {
            null when text is null => AuthorisationPages.Problem(
                400, "Something is missing", "The address has no oauth_token. Start again from the application."),
            null => AuthorisationPages.Problem(
                404, "Unknown request", "No application is waiting for this answer. Start again from the application."),
            { State: not TokenState.Pending } => AlreadyAnswered(),
            _ when _tokens.IsExpired(token) => AuthorisationPages.Problem(
                410, "This request has expired", "It was good for ten minutes. Start again from the application."),
            _ => null,
        };
    }

    private static HtmlPage? CheckOrigin(HttpRequest request, string formToken, RequestToken token)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        bool isForeign = site is "cross-site" or "same-site" || !SecretText.AreEqual(token.FormToken, formToken);
        return isForeign
            ? AuthorisationPages.Problem(403, "This answer was not accepted", "It did not come from the page of this sandbox.")
            : null;
    }

    private HtmlPage? Decide(HttpContext http, RequestToken token, bool approve)
    {
        if (!_tokens.TryDecide(token, approve))
        {
            return AlreadyAnswered();
        }

        if (token.Callback is null)
        {
            return approve ? AuthorisationPages.ShowVerifier(token) : AuthorisationPages.ShowDenied(token);
        }

        (string Name, string Value) outcome = approve
            ? ("oauth_verifier", token.Verifier)
            : ("oauth_problem", "permission_denied");
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = CallbackAddress.Append(token.Callback, ("oauth_token", token.Token), outcome);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return null;
    }

    private static HtmlPage AlreadyAnswered() => AuthorisationPages.Problem(
        409, "Already answered", "This request was approved or denied before. Start again from the application.");
}
