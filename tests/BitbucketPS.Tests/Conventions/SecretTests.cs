using System.Collections;
using System.Management.Automation;
using System.Text;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Conventions;

/// <summary>Drives every path with marked secrets, and searches everything that comes out for them.</summary>
public sealed class SecretTests
{
    private const string Mark = "S3CRET-MARKED-";

    // Every way in which a person or a log looks at an object.
    private static readonly string[] s_looks =
    [
        "Get-BitbucketSession",
        "Get-BitbucketSession | ForEach-Object { $_.PSObject.Properties | ForEach-Object { \"$($_.Name)=$($_.Value)\" } }",
        "[System.Management.Automation.PSSerializer]::Serialize((Get-BitbucketSession), 5)",
        "[System.Management.Automation.PSSerializer]::Serialize($Error, 3)",
        "$Error | ForEach-Object { $_.Exception.ToString(); $_.ScriptStackTrace; $_.ErrorDetails; $_.TargetObject }",
        "Get-Variable | Where-Object Name -ne token | ForEach-Object { \"$($_.Name)=$($_.Value)\" }",
    ];

    [Fact]
    public async Task Everything_WithAMarkedAccessToken_NeverShowsIt()
    {
        string token = $"{Mark}{Guid.NewGuid():N}";
        string echo = FaultyServer.Response("500 Oops", "text/plain", "You sent: {ECHO}");
        await using FaultyServer server = new(WithoutLength(echo));
        using ModuleRunspace module = new();
        module.SetVariable("token", token);

        string all = Look(module, [
            $"Connect-Bitbucket -AccessToken $token -BaseUri {server.BaseUri} -Verbose -Debug -InformationAction Continue",
            "Get-BitbucketBranch acme/website -Verbose -Debug",
            "Invoke-BitbucketRequest /x -Verbose -Debug",
            $"Connect-Bitbucket -AccessToken ($token + ' x') -BaseUri {server.BaseUri}",
            $"Connect-Bitbucket -AccessToken $token -BaseUri http://127.0.0.1:1 -MaximumRetryCount 0",
        ]);

        Assert.Contains("You sent:", all, StringComparison.Ordinal);
        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_WithAMarkedApiToken_NeverShowsIt()
    {
        string token = $"{Mark}{Guid.NewGuid():N}";
        await using FaultyServer server = new(WithoutLength(FaultyServer.Response("500 Oops", "text/plain", "{ECHO}")));
        using ModuleRunspace module = new();
        module.SetVariable("credential", SandboxFixture.Credential("ada@example.org", token));

        string all = Look(module, [
            $"Connect-Bitbucket -ApiToken $credential -BaseUri {server.BaseUri} -Verbose -Debug",
            "Get-BitbucketBranch acme/website -Verbose -Debug",
        ]);

        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"ada@example.org:{token}")), all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HmacSha1")]
    [InlineData("Plaintext")]
    public async Task Everything_WithOAuth1_NeverShowsASecret(string method)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();
        using Person person = new();
        string wrong = $"{Mark}{Guid.NewGuid():N}";
        module.SetVariable("consumer", sandbox.Consumer);
        module.SetVariable("wrong", SandboxFixture.Credential(sandbox.Server.Consumer.Key, wrong));
        string verifier = "";

        ScriptResult signIn = await Person.RunAsync(
            module,
            $"Connect-Bitbucket -OAuth1 -Consumer $consumer -SignatureMethod {method} -BaseUri {sandbox.BaseUri} -NoBrowser -PassThru -Verbose -Debug",
            async address =>
            {
                Uri callback = await Person.ApproveWithoutFollowingAsync(address);
                verifier = callback.Query.Split("oauth_verifier=")[1];
                await person.VisitAsync(callback.AbsoluteUri);
            });
        string all = Text(signIn) + Look(module, [
            "Get-BitbucketBranch demo/api -Verbose -Debug",
            "Get-BitbucketBranch nowhere/nothing -Verbose -Debug",
            $"Connect-Bitbucket -OAuth1 -Consumer $wrong -SignatureMethod {method} -BaseUri {sandbox.BaseUri} -NoBrowser -Verbose -Debug",
        ]);

        Assert.NotEmpty(verifier);
        Assert.All(new[] { sandbox.Server.Consumer.Secret, wrong, verifier, "oauth_signature", "oauth_token_secret" }, secret =>
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
    }

    // The echo is longer than the length that was counted before it was filled in; the end of the connection ends the body.
    private static string WithoutLength(string response)
        => string.Join("\r\n", response.Split("\r\n").Where(line => !line.StartsWith("Content-Length", StringComparison.Ordinal)));

    private static string Look(ModuleRunspace module, string[] scripts)
    {
        StringBuilder all = new();
        foreach (string script in scripts.Concat(s_looks))
        {
            all.AppendLine(Text(module.Run(script))).AppendLine(module.Render(script));
        }

        return all.Append(module.Shown).ToString();
    }

    private static string Text(ScriptResult result)
    {
        StringBuilder all = new();
        foreach (object item in result.Output.Concat<object?>(result.OtherStreams).OfType<object>())
        {
            all.AppendLine(PSSerializer.Serialize(item, 3)).AppendLine(item.ToString());
        }

        foreach (ErrorRecord error in result.AllErrors)
        {
            all.AppendLine(error.ToString()).AppendLine(error.Exception.ToString()).AppendLine(error.ErrorDetails?.RecommendedAction)
                .AppendLine(PSSerializer.Serialize(error, 3)).AppendLine(PSSerializer.Serialize(error.Exception, 3))
                .AppendJoin(';', error.Exception.Data.Cast<DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}"));
        }

        return all.ToString();
    }
}
