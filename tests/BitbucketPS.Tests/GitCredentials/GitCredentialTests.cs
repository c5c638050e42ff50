using System.Diagnostics;
using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.GitCredentials;

public sealed class GitCredentialTests : IDisposable
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public async Task GetGitCredential_ApiToken_HasGitsOwnUserName()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();
        module.SetVariable("credential", SandboxFixture.Credential(sandbox.Server.ApiToken.Email, sandbox.Server.ApiToken.Token));
        module.Run($"Connect-Bitbucket -ApiToken $credential -BaseUri {sandbox.BaseUri}").Clean();

        PSCredential credential = Credential(module.Run("Get-BitbucketGitCredential"));

        Assert.Equal("x-bitbucket-api-token-auth", credential.UserName);
        Assert.Equal(sandbox.Server.ApiToken.Token, credential.GetNetworkCredential().Password);
    }

    [Fact]
    public async Task GetGitCredential_Repository_IsTakenFromThePipelineAndHeldAgainstTheServer()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal("x-token-auth", Credential(module.Run("Get-BitbucketRepository demo/docs | Get-BitbucketGitCredential")).UserName);
        ErrorRecord error = module.Run("Get-BitbucketGitCredential https://example.org/demo/docs.git").SingleError;
        Assert.StartsWith("InvalidRepository,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetGitCredential_OAuth1_SaysWhatGitTakes()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();
        module.SetVariable("consumer", sandbox.Consumer);
        module.Run($"Connect-Bitbucket -OAuth1 -Consumer $consumer -TwoLegged -BaseUri {sandbox.BaseUri}").Clean();

        ErrorRecord error = module.Run("Get-BitbucketGitCredential").SingleError;

        Assert.StartsWith("GitCredentialUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-ApiToken", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'protocol=http', \"host=$place\" | Get-BitbucketGitCredential -AsHelperOutput", true)]
    [InlineData("'protocol=http', \"host=$place\" | Get-BitbucketGitCredential -AsHelperOutput get", true)]
    [InlineData("\"url=http://$place/demo/docs.git\" | Get-BitbucketGitCredential -AsHelperOutput", true)]
    [InlineData("Get-BitbucketGitCredential -AsHelperOutput", false)]
    [InlineData("'' | Get-BitbucketGitCredential -AsHelperOutput", false)]
    [InlineData("'protocol=http', \"host=$place\\.evil.example.com\" | Get-BitbucketGitCredential -AsHelperOutput", false)]
    [InlineData("'protocol=https', \"host=$place\" | Get-BitbucketGitCredential -AsHelperOutput", false)]
    [InlineData("'protocol=http', 'host=evil.example.com' | Get-BitbucketGitCredential -AsHelperOutput", false)]
    [InlineData("'protocol=http', \"host=$place@evil.example.com\" | Get-BitbucketGitCredential -AsHelperOutput", false)]
    [InlineData("\"host=$place\" | Get-BitbucketGitCredential -AsHelperOutput", false)]
    [InlineData("'protocol=http', \"host=$place\" | Get-BitbucketGitCredential -AsHelperOutput store", false)]
    [InlineData("'protocol=http', \"host=$place\" | Get-BitbucketGitCredential -AsHelperOutput erase", false)]
    public async Task GetGitCredential_AsHelper_AnswersForItsOwnServerOnly(string script, bool answers)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string[] lines = [.. module.Run(script, ("place", sandbox.Server.BaseAddress.Authority)).Clean().Select(line => $"{line}")];

        Assert.Equal(answers, lines.Contains("username=x-token-auth", StringComparer.Ordinal));
        Assert.Equal(answers, lines.Any(line => line.StartsWith("password=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("consumer")]
    public async Task Git_AsksTheModule_ClonesAndPushes(string kind)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        (string Name, string Value)[] environment = kind is "token"
            ? [("BITBUCKET_ACCESS_TOKEN", sandbox.Server.IssueRepositoryToken("demo", "docs", s_hour, "repository:write"))]
            : [("BITBUCKET_CONSUMER_KEY", sandbox.Server.Consumer.Key), ("BITBUCKET_CONSUMER_SECRET", sandbox.Server.Consumer.Secret)];
        string helper = $"!dotnet '{Checkout.Shell}' -Command \"Connect-Bitbucket -BaseUri {sandbox.BaseUri} -Workspace demo; \\$input | Get-BitbucketGitCredential -AsHelperOutput\"";

        await GitAsync(environment, "-c", $"credential.helper={helper}", "clone", "-q", $"{sandbox.BaseUri}/demo/docs.git", _folder);
        await GitAsync(environment, "-C", _folder, "-c", $"credential.helper={helper}", "push", "-q", "origin", "HEAD:refs/heads/pushed");

        Assert.Contains("pushed", await sandbox.GitBranchesAsync("docs"));
    }

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static PSCredential Credential(ScriptResult result) => Assert.IsType<PSCredential>(result.Clean().Single().BaseObject);

    private static async Task GitAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        ProcessStartInfo start = new("git", arguments) { RedirectStandardError = true, UseShellExecute = false };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        // Nothing of the machine's own git: no configuration, no question at a terminal.
        start.Environment["GIT_CONFIG_GLOBAL"] = start.Environment["GIT_CONFIG_SYSTEM"] = Path.DirectorySeparatorChar is '/' ? "/dev/null" : "NUL";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using Process git = Process.Start(start)!;
        string errors = await git.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(git.ExitCode == 0, errors);
    }
}
