using System.Net;
using System.Text;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>-Verbose shows each request, -Debug its headers, and neither shows a secret.</summary>
public sealed class WatchingTests
{
    private const string Secret = "MARKED-secret-of-the-session";

    public static TheoryData<string> SignIns =>
    [
        "Connect-Bitbucket -AccessToken $secret -BaseUri $baseUri",
        "Connect-Bitbucket -ApiToken $credential -BaseUri $baseUri",
        "Connect-Bitbucket -OAuth1 -Consumer $credential -TwoLegged -SignatureMethod Plaintext -BaseUri $baseUri",
        "Connect-Bitbucket -OAuth1 -Consumer $credential -TwoLegged -BaseUri $baseUri",
        "Connect-Bitbucket -Consumer $credential -GrantType ClientCredentials -BaseUri $baseUri",
    ];

    [Fact]
    public async Task Verbose_AList_IsALineForEachPage()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketBranch demo/website -Verbose");

        Assert.Equal(268, result.Clean().Count);
        Assert.All(result.OtherStreams, line => Assert.Matches(@"^GET /2\.0/repositories/demo/website/refs/branches(\?page=[1-3])? -> 200, [0-9]+ ms, attempt 1, 99[0-9] of 1000 left$", line));
        Assert.Equal([1, 2, 3], result.OtherStreams.Select(line => line.Contains("?page=", StringComparison.Ordinal) ? line.Split("?page=")[1][0] - '0' : 1).Order());
    }

    [Theory]
    [InlineData("Get-BitbucketBranch website -Session $session -Debug", true)]
    [InlineData("$DebugPreference = 'Continue'; Get-BitbucketBranch website -Session $session", true)]
    [InlineData("$DebugPreference = 'Continue'; Get-BitbucketBranch website -Session $session -Debug:$false", false)]
    [InlineData("Get-BitbucketBranch website -Session $session -Verbose", false)]
    public void Debug_AsIsPreferred_ShowsHeaders(string script, bool shows)
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("a")));
        using ModuleRunspace module = new();
        server.Connect(module);

        IReadOnlyList<string> lines = module.Run($"& {{ {script} }}").DebugLines;

        Assert.Equal(shows, lines.Contains("< Content-Type: application/json; charset=utf-8", StringComparer.Ordinal));
        Assert.Equal(shows, lines.Any(line => line.StartsWith("> GET https://api.example.org/2.0/repositories/acme/website/refs/branches", StringComparison.Ordinal)));
        Assert.Equal(shows, lines.Count > 0);
    }

    [Fact]
    public void Debug_Alone_ShowsTheRequestsTooAndAsksNothing()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("a")));
        using ModuleRunspace module = new();
        server.Connect(module);

        ScriptResult result = module.Run("Get-BitbucketBranch website -Session $session -Debug");

        Assert.Single(result.Clean());
        Assert.Single(result.DebugLines, line => line.StartsWith("GET /2.0/repositories/acme/website/refs/branches -> 200, ", StringComparison.Ordinal));
        Assert.Equal(result.DebugLines, result.OtherStreams);
    }

    [Fact]
    public async Task Debug_ALongWait_IsShownAndAsksNothing()
    {
        int requests = 0;
        FakeClock clock = new();
        ScriptedServer server = new((_, _, _) => Task.FromResult(++requests == 1
            ? ScriptedServer.Later(HttpStatusCode.ServiceUnavailable, seconds: 9)
            : ScriptedServer.Branches("a")));
        using ModuleRunspace module = new();
        server.Connect(module, time: clock, retries: 1);
        Task<ScriptResult> running = Task.Run(() => module.Run("Get-BitbucketBranch website -Session $session -Debug"), TestContext.Current.CancellationToken);

        await clock.WaitedAsync(wait => wait == TimeSpan.FromSeconds(9));
        clock.Advance(TimeSpan.FromSeconds(9));

        ScriptResult result = await running;
        Assert.Single(result.Clean());
        Assert.Single(result.DebugLines, line => line.Contains("Trying again in 9 s", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SignIns))]
    public async Task Debug_EveryKindOfCredential_HidesWhatIsNotKnownToBeHarmless(string signIn)
    {
        await using TinyServer media = new(_ => WithHeaders("200 OK"));
        await using TinyServer server = new(target => target switch
        {
            "/2.0/moved" => WithHeaders($"302 Found\r\nLocation: {media.BaseUri}/file?Signature=MARKED-signature&X-Amz-Security-Token=MARKED-token"),
            "/site/oauth2/access_token" => TinyServer.Json($"{{\"access_token\":\"{Secret}\",\"token_type\":\"bearer\"}}"),
            _ => WithHeaders("200 OK"),
        });
        using ModuleRunspace module = new();
        module.SetVariable("baseUri", server.BaseUri);
        module.SetVariable("secret", Secret);
        module.SetVariable("credential", SandboxFixture.Credential("ada@example.org", Secret));

        ScriptResult connected = module.Run($"{signIn} -Verbose -Debug");
        ScriptResult result = module.Run("Invoke-BitbucketRequest '/2.0/moved' -Verbose -Debug; Invoke-BitbucketRequest '/2.0/user?access_token=MARKED-query' -Verbose -Debug");

        connected.Clean();
        result.Clean();
        string all = string.Join('\n', [.. connected.OtherStreams, .. result.OtherStreams]);
        Assert.Matches(@"> Authorization: \w+ \*\*\*", all);
        Assert.Contains($"> GET {media.BaseUri}/file?Signature=***&X-Amz-Security-Token=***", all, StringComparison.Ordinal);
        Assert.Contains("< Content-Type: application/json", all, StringComparison.Ordinal);
        Assert.Contains("< Set-Cookie: ***", all, StringComparison.Ordinal);
        Assert.Contains("< X-Unknown: ***", all, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"ada@example.org:{Secret}")), all, StringComparison.Ordinal);
        Assert.DoesNotContain("oauth_signature", all, StringComparison.Ordinal);
    }

    private static string WithHeaders(string status)
        => FaultyServer.Response($"{status}\r\nSet-Cookie: session=MARKED-cookie\r\nX-Unknown: MARKED-unknown", "application/json", "{}");
}
