namespace BitbucketPS.Sandbox;

/// <summary>The page of OAuth 1.0a: a request token is approved or denied.</summary>
internal sealed class AuthorisationEndpoint : QuestionEndpoint<RequestToken>
{
    public const string Path = "/1.0/oauth/authenticate";

    private static readonly (string Text, string Scope)[] s_rights =
    [
        ("Read your account", ""),
        ("Read your repositories, private ones too", ""),
        ("Create and delete branches in them", ""),
    ];

    private readonly TokenStore _tokens;

    public AuthorisationEndpoint(TokenStore tokens, TimeProvider clock)
        : base(clock)
    {
        _tokens = tokens;
    }

    protected override string IdName => "oauth_token";

    protected override HtmlPage? Ask(HttpContext http, QueryParameters query)
        => Check(query[IdName], out RequestToken? token) ?? AuthorisationPages.Ask(new()
        {
            Consumer = token!.Consumer,
            Rights = s_rights,
            Action = Path,
            IdName = IdName,
            Id = token.Token,
            FormToken = token.FormToken,
            Callback = token.Callback,
        });

    protected override RequestToken? Find(string id) => _tokens.FindRequestToken(id);

    protected override bool TryDecide(RequestToken question, bool approve) => _tokens.TryDecide(question, approve);

    protected override HtmlPage? Follow(HttpContext http, RequestToken question, bool approve)
    {
        if (question.Callback is null)
        {
            return approve ? AuthorisationPages.ShowVerifier(question) : AuthorisationPages.ShowDenied(question);
        }

        (string Name, string Value) outcome = approve
            ? ("oauth_verifier", question.Verifier)
            : ("oauth_problem", "permission_denied");
        Redirect(http, CallbackAddress.Append(question.Callback, ("oauth_token", question.Token), outcome));
        return null;
    }
}
