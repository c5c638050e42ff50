using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>One running sandbox for the tests of a class, and ways to talk to it over HTTP.</summary>
public class SandboxFixture : IAsyncLifetime
{
    // No redirects and no cookies: the tests look at what the server said.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public SandboxServer Server { get; private set; } = null!;

    /// <summary>Starts at the real time, and moves only when a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <summary>How the sandbox starts, apart from its clock.</summary>
    public SandboxOptions Options { get; init; } = new();

    public RSA PrivateKey { get; } = RSA.Create(2048);

    public string Origin => Server.BaseAddress.GetLeftPart(UriPartial.Authority);

    public string Bearer { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(Options with { TimeProvider = Clock }, TestContext.Current.CancellationToken);
        Server.RegisterRsaKey(PrivateKey.ExportSubjectPublicKeyInfoPem());
        Bearer = "Bearer " + Server.IssueAccessToken(TimeSpan.FromHours(1));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _http.Dispose();
        PrivateKey.Dispose();
        await Server.DisposeAsync();
    }

    public Signer Signer(string method = "HMAC-SHA1") => new(Server.Consumer.Key, Server.Consumer.Secret)
    {
        Method = method,
        PrivateKey = PrivateKey,
        Timestamp = Clock.GetUtcNow().ToUnixTimeSeconds(),
    };

    /// <summary>Sends a request whose path goes out exactly as it is written here.</summary>
    public async Task<Answer> SendAsync(
        string method,
        string target,
        string? authorization = null,
        HttpContent? content = null,
        string? host = null,
        IReadOnlyDictionary<string, string>? headers = null)
    {
        UriCreationOptions raw = new() { DangerousDisablePathAndQueryCanonicalization = true };
        using HttpRequestMessage request = new(new(method), new Uri(Origin + target, raw)) { Content = content };
        request.Headers.Host = host;
        if (authorization is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", authorization));
        }

        foreach ((string name, string value) in headers ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, text) { ContentHeaders = response.Content.Headers };
    }

    /// <summary>The header of HTTP Basic authentication.</summary>
    public static string BasicHeader(string user, string password)
        => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    /// <summary>The header that an API token belongs into.</summary>
    public static string BasicHeader(SandboxApiToken token) => BasicHeader(token.Email, token.Token);

    /// <summary>As the demo person, with a Bearer token.</summary>
    public Task<Answer> GetAsync(string target) => SendAsync("GET", target, Bearer);

    /// <summary>As the demo person, with a JSON body.</summary>
    public Task<Answer> PostAsync(string target, string json)
        => SendAsync("POST", target, Bearer, Json(json));

    /// <summary>As the demo person, with a JSON body.</summary>
    public Task<Answer> PutAsync(string target, string json)
        => SendAsync("PUT", target, Bearer, Json(json));

    /// <summary>As the demo person.</summary>
    public Task<Answer> DeleteAsync(string target) => SendAsync("DELETE", target, Bearer);

    public static HttpContent Json(string json) => new StringContent(json, Encoding.UTF8, "application/json");

    public static HttpContent Form(string form) => new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");

    /// <summary>Asks for a request token.</summary>
    public Task<Answer> RequestTokenAsync(Signer signer, string? callback = "oob")
    {
        signer = signer.With("oauth_callback", callback);
        return SendAsync("POST", "/1.0/oauth/request_token", signer.Header("POST", Origin + "/1.0/oauth/request_token"));
    }

    /// <summary>Opens the page of a request token, and answers it as a browser would.</summary>
    public async Task<Answer> DecideAsync(string token, string decision)
    {
        Answer page = await SendAsync("GET", "/1.0/oauth/authenticate?oauth_token=" + Uri.EscapeDataString(token));
        HtmlForm form = HtmlForm.Parse(page.Text);
        return await SendAsync("POST", form.Action, content: Form(form.Submit("decision", decision)));
    }

    /// <summary>Exchanges a request token.</summary>
    public Task<Answer> AccessTokenAsync(Signer signer, string verifier)
    {
        signer = signer.With("oauth_verifier", verifier);
        return SendAsync("POST", "/1.0/oauth/access_token", signer.Header("POST", Origin + "/1.0/oauth/access_token"));
    }

    /// <summary>The whole dance; the signer that comes back signs with the access token.</summary>
    public async Task<Signer> SignInAsync(string method = "HMAC-SHA1")
    {
        IReadOnlyDictionary<string, string> temporary = (await RequestTokenAsync(Signer(method))).Form;
        Answer page = await DecideAsync(temporary["oauth_token"], "approve");
        Signer signer = Signer(method) with { Token = temporary["oauth_token"], TokenSecret = temporary["oauth_token_secret"] };
        IReadOnlyDictionary<string, string> access = (await AccessTokenAsync(signer, HtmlForm.Verifier(page.Text))).Form;
        return Signer(method) with { Token = access["oauth_token"], TokenSecret = access["oauth_token_secret"] };
    }
}
