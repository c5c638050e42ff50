using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Authorization headers of all kinds.</summary>
internal sealed class FuzzHeaders(Dice dice, FuzzTexts texts, SandboxFixture sandbox)
{
    private static readonly string[] s_parameters =
    [
        "oauth_consumer_key", "oauth_token", "oauth_signature_method", "oauth_signature", "oauth_timestamp", "oauth_nonce", "oauth_version",
        "oauth_callback", "oauth_verifier", "realm", "oauth_body_hash", "x",
    ];

    private static readonly string[] s_methods = ["HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1", "RSA-SHA256", "PLAINTEXT"];

    /// <summary>One that may or may not be good for a request.</summary>
    public string? For(FuzzRequest request) => dice.Below(8) switch
    {
        0 => null,
        1 => Basic(),
        2 => Bearer(),
        3 => Clean(texts.Any()),
        _ => OAuth1(request),
    };

    /// <summary>OAuth 1.0a, near what it should be: signed well over parameters one of which may be wrong.</summary>
    public string OAuth1(FuzzRequest request)
    {
        Signer signer = sandbox.Signer(dice.Pick(s_methods));
        for (int i = dice.Below(3); i > 0; i--)
        {
            signer = signer.With(dice.Pick(s_parameters), dice.OneIn(4) ? null : texts.Any());
        }

        string path = request.Target.Split('?')[0];
        string header = signer.Header(request.Method, sandbox.Origin + path);
        return Clean(dice.Below(4) switch
        {
            0 => texts.Mutate(header),
            1 => header.Replace("\", ", dice.Pick(["\"", "\",", "\" ,", "\";", ","]), StringComparison.Ordinal),
            2 => $"{header}, {dice.Pick(s_parameters)}=\"{texts.Any()}\"",
            _ => header,
        });
    }

    private string Basic()
    {
        string user = dice.Pick([sandbox.Server.ApiToken.Email, sandbox.Server.Consumer.Key, "x-token-auth", "demo", "", texts.Any()]);
        string password = dice.Pick([sandbox.Server.ApiToken.Token, sandbox.Server.Consumer.Secret, "", texts.Any()]);
        string pair = dice.OneIn(6) ? texts.Any() : $"{user}:{password}";
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
        return Clean(dice.Pick(["Basic ", "basic ", "Basic", "BASIC  "]) + (dice.OneIn(4) ? texts.Mutate(encoded) : encoded));
    }

    private string Bearer()
    {
        string token = dice.Pick([sandbox.Bearer["Bearer ".Length..], sandbox.Server.ApiToken.Token, texts.Any(), new('x', 5000)]);
        return Clean(dice.Pick(["Bearer ", "bearer ", "Bearer", "Token ", "JWT "]) + (dice.OneIn(3) ? texts.Mutate(token) : token));
    }

    // The client refuses to send these, and a server that got them would see another request.
    private static string Clean(string header) => new([.. header.Where(letter => letter is not ('\r' or '\n' or '\0'))]);
}
