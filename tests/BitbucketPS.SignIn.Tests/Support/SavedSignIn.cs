using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using BitbucketPS.OAuth2;
using BitbucketPS.Profiles;
using BitbucketPS.Sandbox;
using BitbucketPS.Signing;

namespace BitbucketPS.SignIn.Tests;

/// <summary>A sandbox with a clock of the test's, and a person's sign-in to it that is saved in a store.</summary>
internal sealed partial class SavedSignIn : IAsyncDisposable
{
    public const string Profile = "work";

    private readonly HttpMessageInvoker _transport = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private SavedSignIn(SandboxServer server)
    {
        Server = server;
    }

    public SandboxServer Server { get; }

    /// <summary>How often tokens were asked for, the sign-in included.</summary>
    public int TokenRequests => Server.Requests.Count(request => request.Target.StartsWith("/site/oauth2/access_token", StringComparison.Ordinal));

    /// <summary>Starts the sandbox, signs in, and saves it.</summary>
    public static async Task<SavedSignIn> StartAsync(TimeProvider clock, TimeSpan tokenLifetime, IProfileStore store)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        SavedSignIn signIn = new(await SandboxServer.StartAsync(new() { TimeProvider = clock, OAuth2TokenLifetime = tokenLifetime }, stop));
        IOAuth2Endpoint endpoint = signIn.Endpoint(clock);
        OAuth2AuthorizationPage page = endpoint.CreateAuthorizationPage(new Uri("http://127.0.0.1:9/callback"));
        OAuth2Token token = await endpoint.ExchangeCodeAsync(page, await ApproveAsync(page, stop), stop);
        SavedOAuth2 saved = new()
        {
            SignInId = "sign-in",
            ConsumerKey = signIn.Server.Consumer.Key,
            ConsumerSecret = signIn.Server.Consumer.Secret,
            AccessToken = token.RevealAccessToken(),
        };
        await store.SaveAsync(
            new()
            {
                Name = Profile,
                BaseUri = signIn.Server.BaseAddress,
                SiteUri = signIn.Server.BaseAddress,
                CredentialKind = "OAuth2",
                Credential = saved.With(token),
            },
            makeDefault: false,
            stop);
        return signIn;
    }

    /// <summary>The token endpoint for the sandbox's consumer.</summary>
    public IOAuth2Endpoint Endpoint(TimeProvider clock) => new SignInServices().CreateEndpoint(new()
    {
        SiteUri = Server.BaseAddress,
        ConsumerKey = Server.Consumer.Key,
        ConsumerSecret = Server.Consumer.Secret,
        Transport = _transport,
        TimeProvider = clock,
    });

    /// <summary>Presses Approve on the page.</summary>
    /// <returns>The code.</returns>
    public static async Task<string> ApproveAsync(OAuth2AuthorizationPage page, CancellationToken cancellationToken)
    {
        using HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        string html = await browser.GetStringAsync(page.Address, cancellationToken);
        IEnumerable<KeyValuePair<string, string>> fields = HiddenField().Matches(html)
            .Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using FormUrlEncodedContent form = new([.. fields, KeyValuePair.Create("decision", "approve")]);
        Uri action = new(page.Address, WebUtility.HtmlDecode(Action().Match(html).Groups["action"].Value));
        using HttpResponseMessage response = await browser.PostAsync(action, form, cancellationToken);
        return HttpUtility.ParseQueryString(response.Headers.Location!.Query)["code"]!;
    }

    public async ValueTask DisposeAsync()
    {
        _transport.Dispose();
        await Server.DisposeAsync();
    }

    [GeneratedRegex("""action="(?<action>[^"]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();
}
