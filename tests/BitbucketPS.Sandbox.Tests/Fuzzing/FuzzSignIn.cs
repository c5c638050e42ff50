using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Requests to the addresses that give tokens, and to the pages that ask.</summary>
internal sealed class FuzzSignIn(Dice dice, FuzzTexts texts, FuzzHeaders headers, FuzzForms forms, SandboxFixture sandbox)
{
    private static readonly string[] s_paths =
    [
        "/1.0/oauth/request_token", "/1.0/oauth/access_token", "/1.0/oauth/authenticate", "/site/oauth2/access_token", "/site/oauth2/authorize",
    ];

    private static readonly string[] s_names =
    [
        "grant_type", "code", "redirect_uri", "client_id", "client_secret", "refresh_token", "scope", "state", "response_type", "code_verifier",
        "code_challenge", "code_challenge_method", "username", "password", "decision", "oauth_token", "oauth_verifier", "oauth_callback", "assertion",
    ];

    private static readonly string[] s_texts =
    [
        "authorization_code", "refresh_token", "client_credentials", "password", "urn:bitbucket:oauth2:jwt", "code", "token", "approve", "deny", "S256", "plain",
        "oob", "http://127.0.0.1:1/cb", "http://localhost:1/?a=b", "https://example.org/", "javascript:alert(1)", "account repository", "http://[::1]:1/", "http://a b/",
        "http://127.0.0.1:99999/", "http://user@127.0.0.1/", "//x", "account,repository", "http://127.0.0.1:1/#f",
    ];

    /// <summary>One of them.</summary>
    public FuzzRequest Next()
    {
        FuzzRequest request = new(dice.OneIn(3) ? "GET" : "POST", dice.Pick(s_paths) + Query());
        request = request.Method is "GET" ? request : WithBody(request);
        return request with { Authorization = dice.OneIn(2) ? headers.For(request) : Consumer() };
    }

    private FuzzRequest WithBody(FuzzRequest request) => dice.Below(6) switch
    {
        0 => forms.Multipart(request, s_names),
        1 => request with { ContentType = "application/json", Body = "{}"u8.ToArray() },
        2 => forms.Urlencoded(request, s_names),
        _ => request with { ContentType = FuzzForms.Plain, Body = Encoding.ASCII.GetBytes(Pairs()) },
    };

    private string Query() => dice.OneIn(2) ? "" : "?" + Pairs();

    private string Pairs()
    {
        IEnumerable<string> all = dice.Some(7, () => $"{dice.Pick(s_names)}={Uri.EscapeDataString(Value())}");
        return string.Join('&', dice.OneIn(2) ? all.Prepend("client_id=" + sandbox.Server.Consumer.Key) : all);
    }

    private string Value() => dice.Below(4) switch
    {
        0 => texts.Any(),
        1 => dice.Pick([sandbox.Server.Consumer.Key, sandbox.Server.Consumer.Secret]),
        _ => dice.Pick(s_texts),
    };

    private string? Consumer()
        => dice.OneIn(4) ? null : SandboxFixture.BasicHeader(sandbox.Server.Consumer.Key, sandbox.Server.Consumer.Secret);
}
