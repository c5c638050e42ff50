using System.Text;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

/// <summary>A second server stands by and records what reaches it, for every kind of credential.</summary>
public sealed class LeakTests
{
    private const string Secret = "MARKED-secret-of-the-session";

    public static TheoryData<string> SignIns =>
    [
        "Connect-Bitbucket -AccessToken $secret -BaseUri $baseUri",
        "Connect-Bitbucket -ApiToken $credential -BaseUri $baseUri",
        "Connect-Bitbucket -OAuth1 -Consumer $credential -TwoLegged -SignatureMethod Plaintext -BaseUri $baseUri",
        "Connect-Bitbucket -Consumer $credential -GrantType ClientCredentials -BaseUri $baseUri",
    ];

    [Theory]
    [MemberData(nameof(SignIns))]
    public async Task Redirect_ToAnotherServer_CarriesNoCredential(string signIn)
    {
        await using TinyServer leak = new(_ => TinyServer.Json("{\"from\":\"elsewhere\"}"));
        await using TinyServer server = Server(leak);
        using ModuleRunspace module = SignIn(server, signIn);

        module.Run("Invoke-BitbucketRequest /2.0/moved").Clean();

        AssertNoCredential(Assert.Single(leak.Heads));
    }

    [Theory]
    [MemberData(nameof(SignIns))]
    public async Task NextLink_ToAnotherServer_IsNotFollowed(string signIn)
    {
        await using TinyServer leak = new(_ => TinyServer.Json("{\"values\":[]}"));
        await using TinyServer server = Server(leak);
        using ModuleRunspace module = SignIn(server, signIn);

        ScriptResult result = module.Run("Get-BitbucketBranch acme/website");

        Assert.StartsWith("UnexpectedResponse,", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(leak.Heads);
    }

    [Theory]
    [MemberData(nameof(SignIns))]
    public async Task Address_OfAnotherServer_IsRefused(string signIn)
    {
        await using TinyServer leak = new(_ => TinyServer.Json("{}"));
        await using TinyServer server = Server(leak);
        using ModuleRunspace module = SignIn(server, signIn);

        // As the links of pipelines are: another host, plain http, raw braces.
        string[] addresses = [$"{leak.BaseUri}/2.0/user", "http://bitbucket-pipelines.prod.public.atl-paas.net//rest/1.0/accounts/{a}"];
        foreach (string address in addresses)
        {
            ScriptResult result = module.Run("Invoke-BitbucketRequest $address", ("address", address));
            Assert.StartsWith("InvalidArgument,", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        }

        Assert.Empty(leak.Heads);
    }

    [Fact]
    public async Task TokenEndpoint_Redirects_IsNotFollowedWithTheConsumersSecret()
    {
        await using TinyServer leak = new(_ => TinyServer.Json("{\"access_token\":\"x\"}"));
        await using TinyServer server = new(_ => TinyServer.Redirect($"{leak.BaseUri}/site/oauth2/access_token"));
        using ModuleRunspace module = Prepare(server);

        ScriptResult result = module.Run("Connect-Bitbucket -Consumer $credential -GrantType ClientCredentials -BaseUri $baseUri");

        Assert.StartsWith("UnexpectedResponse,", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(leak.Heads);
    }

    [Fact]
    public async Task SiteAndApi_AreApart_EachGetsItsOwnSecretOnly()
    {
        await using TinyServer site = new(_ => TinyServer.Json("{\"access_token\":\"MARKED-access-token\"}"));
        await using TinyServer api = new(_ => TinyServer.Json("{}"));
        using ModuleRunspace module = Prepare(api);

        module.Run("Connect-Bitbucket -Consumer $credential -GrantType ClientCredentials -BaseUri $baseUri -SiteUri $siteUri", ("siteUri", site.BaseUri)).Clean();

        Assert.DoesNotContain("MARKED-access-token", Assert.Single(site.Heads), StringComparison.Ordinal);
        string head = Assert.Single(api.Heads);
        Assert.Contains("Bearer MARKED-access-token", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Basic", head, StringComparison.Ordinal);
    }

    private static TinyServer Server(TinyServer leak) => new(target => target switch
    {
        "/2.0/moved" => TinyServer.Redirect($"{leak.BaseUri}/elsewhere"),
        "/site/oauth2/access_token" => TinyServer.Json($"{{\"access_token\":\"{Secret}\",\"token_type\":\"bearer\"}}"),
        _ when target.Contains("/refs/branches", StringComparison.Ordinal) => TinyServer.Json($"{{\"values\":[{{\"name\":\"x\"}}],\"next\":\"{leak.BaseUri}/2.0/more\"}}"),
        _ => TinyServer.Json("{}"),
    });

    private static ModuleRunspace SignIn(TinyServer server, string script)
    {
        ModuleRunspace module = Prepare(server);
        module.Run(script).Clean();
        return module;
    }

    private static ModuleRunspace Prepare(TinyServer server)
    {
        ModuleRunspace module = new();
        module.SetVariable("baseUri", server.BaseUri);
        module.SetVariable("secret", Secret);
        module.SetVariable("credential", SandboxFixture.Credential("ada@example.org", Secret));
        return module;
    }

    private static void AssertNoCredential(string head)
    {
        Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, head, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"ada@example.org:{Secret}")), head, StringComparison.Ordinal);
    }
}
