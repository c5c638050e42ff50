namespace BitbucketPS.Sandbox;

/// <summary>An endpoint that people see: it asks, and takes the answer.</summary>
/// <typeparam name="TQuestion">What is asked.</typeparam>
internal abstract class QuestionEndpoint<TQuestion>
    where TQuestion : class, IQuestion
{
    private readonly TimeProvider _clock;

    protected QuestionEndpoint(TimeProvider clock)
    {
        _clock = clock;
    }

    /// <summary>The name of the field that says which question is answered.</summary>
    protected abstract string IdName { get; }

    /// <summary>Answers a request to it.</summary>
    public async Task HandleAsync(HttpContext http, RequestTarget target)
    {
        try
        {
            HtmlPage? page = http.Request.Method switch
            {
                "GET" => Ask(http, QueryParameters.ParseOnce(target.Query)),
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

    /// <summary>The page that asks, or one that says why not; null if the answer is a redirect, which is written.</summary>
    protected abstract HtmlPage? Ask(HttpContext http, QueryParameters query);

    protected abstract TQuestion? Find(string id);

    /// <summary>Notes what the person decided.</summary>
    /// <returns>False if it was decided before.</returns>
    protected abstract bool TryDecide(TQuestion question, bool approve);

    /// <summary>What follows a decision: a page, or null for a redirect, which is written.</summary>
    protected abstract HtmlPage? Follow(HttpContext http, TQuestion question, bool approve);

    /// <summary>Finds an open question, or gives the page that says why there is none.</summary>
    protected HtmlPage? Check(string? id, out TQuestion? question)
    {
        question = id is null ? null : Find(id);
        return question switch
        {
            null when id is null => AuthorisationPages.Problem(
                400, "Something is missing", $"There is no {IdName}. Start again from the application."),
            null => AuthorisationPages.Problem(
                404, "Unknown request", "No application is waiting for this answer. Start again from the application."),
            { IsAnswered: true } => AlreadyAnswered(),
            _ when question.ExpiresOn <= _clock.GetUtcNow() => AuthorisationPages.Problem(
                410, "This request has expired", "It was good for ten minutes. Start again from the application."),
            _ => null,
        };
    }

    /// <summary>Sends the browser back to the application, which must not learn where it has been nor be cached.</summary>
    protected static void Redirect(HttpContext http, string location)
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = location;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static HtmlPage MethodNotAllowed(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, POST";
        return AuthorisationPages.Problem(405, "Method not allowed", "This page can be read and answered, nothing else.");
    }

    private async Task<HtmlPage?> DecideAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentTypeOnly())
        {
            return AuthorisationPages.Problem(400, "This request cannot be read", "The answer must come from the form of the page.");
        }

        QueryParameters form = QueryParameters.ParseOnce(await http.Request.ReadFormTextAsync(http.RequestAborted));
        HtmlPage? problem = Check(form[IdName], out TQuestion? question)
            ?? CheckOrigin(http.Request, form["form_token"] ?? "", question!);
        if (problem is not null)
        {
            return problem;
        }

        return form["decision"] switch
        {
            "approve" => Decide(http, question!, approve: true),
            "deny" => Decide(http, question!, approve: false),
            _ => AuthorisationPages.Problem(400, "This request cannot be read", "The answer must be Approve or Deny."),
        };
    }

    private static HtmlPage? CheckOrigin(HttpRequest request, string formToken, TQuestion question)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        bool isForeign = site is "cross-site" or "same-site" || !SecretText.AreEqual(question.FormToken, formToken);
        return isForeign
            ? AuthorisationPages.Problem(403, "This answer was not accepted", "It did not come from the page of this sandbox.")
            : null;
    }

    private HtmlPage? Decide(HttpContext http, TQuestion question, bool approve)
        => TryDecide(question, approve) ? Follow(http, question, approve) : AlreadyAnswered();

    private static HtmlPage AlreadyAnswered() => AuthorisationPages.Problem(
        409, "Already answered", "This request was approved or denied before. Start again from the application.");
}
