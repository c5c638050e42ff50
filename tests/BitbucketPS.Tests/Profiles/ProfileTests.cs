using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Profiles;

/// <summary>Saved sign-ins, each under a name of its own: all tests share a store.</summary>
public sealed class ProfileTests
{
    private readonly string _name = $"p-{Guid.NewGuid():N}";

    [Fact]
    public async Task Profile_OfAPerson_SignsInLaterAndKeepsItsRenewedTokens()
    {
        FakeClock clock = new();
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync(new() { TimeProvider = clock });
        using (ModuleRunspace first = Prepare(sandbox))
        using (Person person = new())
        {
            string signIn = "Connect-Bitbucket -Consumer $consumer -BaseUri $baseUri -CallbackUri http://127.0.0.1:0/callback -NoBrowser -Repository demo/docs -Save -Profile $name";
            (await Person.RunAsync(first, signIn, person.ApproveAsync)).Clean();
        }

        // More often than the ten minutes that a used refresh token lives on: each session has to have kept the newest.
        for (int i = 0; i < 3; i++)
        {
            clock.Advance(TimeSpan.FromHours(3));
            using ModuleRunspace later = Prepare(sandbox);
            Assert.Equal([_name], later.Run("Connect-Bitbucket -Profile $name -PassThru").Texts("Profile"));
            Assert.Equal(["main"], later.Run("Get-BitbucketBranch").Texts("Name"));
        }
    }

    [Theory]
    [InlineData("-AccessToken $token", "OAuth2")]
    [InlineData("-ApiToken $apiToken", "ApiToken")]
    [InlineData("-OAuth1 -Consumer $consumer -TwoLegged", "OAuth1")]
    [InlineData("-Consumer $consumer -GrantType ClientCredentials", "OAuth2")]
    public async Task Profile_OfEachKind_SignsInLaterAndShowsNoSecret(string signIn, string kind)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);

        module.Run($"Connect-Bitbucket {signIn} -BaseUri $baseUri -Workspace demo -Save -Profile $name").Clean();
        module.Run("Disconnect-Bitbucket; Connect-Bitbucket -Profile $name").Clean();

        Assert.Equal(["main"], module.Run("Get-BitbucketBranch docs").Texts("Name"));
        ScriptResult profile = module.Run("Get-BitbucketProfile $name");
        Assert.Equal([kind], profile.Texts("CredentialKind"));
        string all = PSSerializer.Serialize(profile.Output.Single(), 5) + module.Render("Get-BitbucketProfile $name");
        Assert.All(Secrets(sandbox, module), secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Profile_CredentialRefused_IsNotSaved()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);

        module.Run("Connect-Bitbucket -AccessToken wrong -BaseUri $baseUri -Save -Profile $name");

        AssertNotFound(module.Run("Get-BitbucketProfile $name"));
    }

    [Fact]
    public async Task Profile_OfAnotherServer_IsReplacedWithAWarning()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        await using SandboxFixture other = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        module.Run("Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Save -Profile $name").Clean();

        ScriptResult result = module.Run(
            "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Save -Profile $name",
            ("token", other.Server.IssueAccessToken(TimeSpan.FromHours(1))),
            ("baseUri", other.BaseUri));

        result.Clean();
        Assert.Contains(result.OtherStreams, line => line.Contains($"'{_name}' held a sign-in of Dana Demo at {sandbox.Server.BaseAddress.Authority}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Profile_ThatCannotBeSaved_IsSaidBeforeAnybodyIsAsked()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);

        ScriptResult result = module.Run("Connect-Bitbucket -Consumer $consumer -BaseUri $baseUri -NoBrowser -Save -Profile ('x' * 200)");

        Assert.StartsWith("InvalidArgument,", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Server.Requests);
    }

    [Fact]
    public async Task RemoveProfile_WhatIf_ChangesNothingAndThePipelineRemoves()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        module.Run("Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Save -Profile $name").Clean();

        string shown = module.Render("Remove-BitbucketProfile $name -WhatIf");
        Assert.Contains($"\"Remove saved profile\" on target \"{_name} (Dana Demo at {sandbox.Server.BaseAddress.Authority})\"", shown, StringComparison.Ordinal);
        Assert.Single(module.Run("Get-BitbucketProfile $name").Clean());

        module.Run("Get-BitbucketProfile $name | Remove-BitbucketProfile -Confirm:$false").Clean();
        AssertNotFound(module.Run("Get-BitbucketProfile $name"));
        AssertNotFound(module.Run("Remove-BitbucketProfile $name -Confirm:$false"));
        AssertNotFound(module.Run("Connect-Bitbucket -Profile $name"));
    }

    [Fact]
    public async Task Profile_Default_IsUsedWhenNothingIsSaid()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        string store = Directory.CreateTempSubdirectory().FullName;
        try
        {
            (int exitCode, string output, string errors) = await ShellProcess.RunAsync(
                [
                    "-Command",
                    $"""
                    Connect-Bitbucket -AccessToken $env:TOKEN -BaseUri {sandbox.BaseUri} -Save -Profile first -WarningAction SilentlyContinue
                    Connect-Bitbucket -AccessToken $env:TOKEN -BaseUri {sandbox.BaseUri} -Save -Profile second -WarningAction SilentlyContinue
                    Connect-Bitbucket; (Get-BitbucketSession).Profile
                    Connect-Bitbucket -Profile SECOND -AsDefault; Connect-Bitbucket; (Get-BitbucketSession).Profile
                    Remove-BitbucketProfile second -Confirm:$false; (Get-BitbucketProfile).IsDefault
                    """,
                ],
                "",
                ("TOKEN", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1))),
                ("BITBUCKET_PROFILE_PATH", store));

            Assert.Equal((0, ""), (exitCode, errors));
            Assert.Equal(["first", "second", "False"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    [Fact]
    public async Task Profile_Name_IsCompleted()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        module.Run("Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Save -Profile $name").Clean();

        ScriptResult result = module.Run($"(TabExpansion2 'Connect-Bitbucket -Profile {_name[..12]}').CompletionMatches.CompletionText");

        Assert.Equal([_name], result.Clean().Select(text => $"{text}"));
    }

    [Fact]
    public async Task Profile_RequireProtectedStore_IsRefusedWhereThereIsNone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "This platform always has a protected store.");
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        string store = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        (int exitCode, _, string errors) = await ShellProcess.RunAsync(
            ["-Command", $"Connect-Bitbucket -AccessToken $env:TOKEN -BaseUri {sandbox.BaseUri} -Save -RequireProtectedStore"],
            "",
            ("TOKEN", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1))),
            ("DBUS_SESSION_BUS_ADDRESS", ""),
            ("XDG_RUNTIME_DIR", ""),
            ("BITBUCKET_PROFILE_PATH", store));

        Assert.Equal(1, exitCode);
        Assert.Contains("protected", errors, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(Path.Combine(store, "profiles.a")));
    }

    private static IEnumerable<string> Secrets(SandboxFixture sandbox, ModuleRunspace module)
        => [sandbox.Server.Consumer.Secret, sandbox.Server.ApiToken.Token, $"{module.Run("$token").Clean().Single()}"];

    private static void AssertNotFound(ScriptResult result)
        => Assert.StartsWith("ProfileNotFound,", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);

    private ModuleRunspace Prepare(SandboxFixture sandbox)
    {
        ModuleRunspace module = new();
        module.SetVariable("consumer", sandbox.Consumer);
        module.SetVariable("baseUri", sandbox.BaseUri);
        module.SetVariable("apiToken", SandboxFixture.Credential(sandbox.Server.ApiToken.Email, sandbox.Server.ApiToken.Token));
        module.SetVariable("token", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1)));
        module.SetVariable("name", _name);
        return module;
    }
}
