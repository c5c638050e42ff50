namespace BitbucketPS.Sandbox;

/// <summary>The pages of the sign-in, as HTML.</summary>
internal static class AuthorisationPages
{
    private const string CloseHint = "<p class=\"soft\">You can close this window.</p>";

    /// <summary>The question, with its two buttons.</summary>
    public static HtmlPage Ask(ConsentForm form)
    {
        Account account = form.Consumer.Owner;
        string body =
            $"""
            <p>You are signed in as <strong>{HtmlPage.Encode(account.DisplayName)}</strong> ({HtmlPage.Encode(account.Username)}), the demo person of this sandbox.</p>
            <form method="post" action="{form.Action}">
            <h2>{HtmlPage.Encode(form.Consumer.Name)} will be able to</h2>
            <ul>
            {string.Join('\n', form.Rights.Select(Right))}
            </ul>
            <input type="hidden" name="{form.IdName}" value="{HtmlPage.Encode(form.Id)}">
            <input type="hidden" name="form_token" value="{HtmlPage.Encode(form.FormToken)}">
            <div class="actions">
            <button class="primary" type="submit" name="decision" value="approve">Approve</button>
            <button type="submit" name="decision" value="deny">Deny</button>
            </div>
            </form>
            <p class="soft">{Destination(form.Callback)}</p>
            """;
        return new(200, $"{form.Consumer.Name} asks for access", body)
        {
            FormTarget = form.Callback is null ? "" : CallbackAddress.PolicySource(form.Callback),
        };
    }

    /// <summary>The verifier, for an application that cannot be called back.</summary>
    public static HtmlPage ShowVerifier(RequestToken token) => new(
        200,
        "Access approved",
        $"""
        <p>Type this code into {HtmlPage.Encode(token.Consumer.Name)}:</p>
        <p class="code" id="oauth_verifier">{HtmlPage.Encode(token.Verifier)}</p>
        {CloseHint}
        """);

    /// <summary>The confirmation of a refusal, for an application that cannot be called back.</summary>
    public static HtmlPage ShowDenied(RequestToken token) => new(
        200,
        "Access denied",
        $"<p>{HtmlPage.Encode(token.Consumer.Name)} got no access. Nothing was shared.</p>{CloseHint}");

    /// <summary>Why there is nothing to decide.</summary>
    /// <param name="status">A 4xx.</param>
    /// <param name="title">What happened, in a few words.</param>
    /// <param name="text">What to do, as plain text.</param>
    public static HtmlPage Problem(int status, string title, string text)
        => new(status, title, $"<p>{HtmlPage.Encode(text)}</p>");

    private static string Right((string Text, string Scope) right)
        => right.Scope.Length == 0
            ? $"<li>{HtmlPage.Encode(right.Text)}</li>"
            : $"<li>{HtmlPage.Encode(right.Text)} <code>{HtmlPage.Encode(right.Scope)}</code></li>";

    private static string Destination(string? callback) => callback is null
        ? "If you approve, you get a code to type into the application."
        : $"Afterwards you go back to {HtmlPage.Encode(new Uri(callback).GetLeftPart(UriPartial.Authority))}.";
}
