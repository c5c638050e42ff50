using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>An application that signs in by OAuth 2, and the browser of its person.</summary>
public sealed class OAuth2Client(SandboxFixture sandbox)
{
    public const string Callback = "http://127.0.0.1:8976/callback";

    private const string AuthorisePath = "/site/oauth2/authorize";

    public string Basic { get; init; } = "Basic " + Convert.ToBase64String(
        Encoding.UTF8.GetBytes($"{sandbox.Server.Consumer.Key}:{sandbox.Server.Consumer.Secret}"));

    public static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <summary>Opens the page; a parameter that is given replaces the usual one, null takes it away.</summary>
    public Task<Answer> AuthoriseAsync(params IEnumerable<(string Name, string? Value)> parameters)
    {
        Dictionary<string, string?> query = new(StringComparer.Ordinal)
        {
            ["client_id"] = sandbox.Server.Consumer.Key,
            ["response_type"] = "code",
            ["redirect_uri"] = Callback,
            ["state"] = "st 1&ü",
        };
        foreach ((string name, string? value) in parameters)
        {
            query[name] = value;
        }

        return sandbox.SendAsync("GET", $"{AuthorisePath}?{ToForm(query.Select(pair => (pair.Key, pair.Value)))}");
    }

    /// <summary>Opens the page and presses a button.</summary>
    public async Task<Answer> DecideAsync(string decision, params IEnumerable<(string Name, string? Value)> parameters)
    {
        HtmlForm form = HtmlForm.Parse((await AuthoriseAsync(parameters)).Text);
        return await PostDecisionAsync(form.Submit("decision", decision));
    }

    public Task<Answer> PostDecisionAsync(string form) => sandbox.SendAsync("POST", AuthorisePath, content: SandboxFixture.Form(form));

    /// <summary>Approves, and takes the code from the address the browser is sent to.</summary>
    public async Task<string> CodeAsync(params IEnumerable<(string Name, string? Value)> parameters)
        => Parameter((await DecideAsync("approve", parameters)).Location, "code")!;

    /// <summary>Asks for tokens.</summary>
    public Task<Answer> TokenAsync(params IEnumerable<(string Name, string? Value)> parameters)
        => sandbox.SendAsync("POST", "/site/oauth2/access_token", Basic.Length == 0 ? null : Basic, SandboxFixture.Form(ToForm(parameters)));

    public Task<Answer> ExchangeAsync(string code, params IEnumerable<(string Name, string? Value)> more)
        => TokenAsync([("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), .. more]);

    public Task<Answer> RefreshAsync(string refreshToken, string? scope = null)
        => TokenAsync(("grant_type", "refresh_token"), ("refresh_token", refreshToken), ("scope", scope));

    /// <summary>The whole dance.</summary>
    public async Task<JsonNode> SignInAsync() => (await ExchangeAsync(await CodeAsync())).Json;

    public Task<Answer> UserAsync(JsonNode tokens) => sandbox.SendAsync("GET", "/2.0/user", $"Bearer {(string?)tokens["access_token"]}");

    /// <summary>A decoded parameter of an address's query.</summary>
    public static string? Parameter(Uri address, string name) => address.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2))
        .Where(pair => string.Equals(pair[0], name, StringComparison.Ordinal))
        .Select(pair => Uri.UnescapeDataString(pair[1]))
        .SingleOrDefault();

    private static string ToForm(IEnumerable<(string Name, string? Value)> parameters)
        => Signer.ToForm(parameters.Where(pair => pair.Value is not null).Select(pair => (pair.Name, pair.Value!)));
}
