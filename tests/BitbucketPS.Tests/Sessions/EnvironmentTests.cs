using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

/// <summary>Sign-ins of build jobs: in a process of their own, since the environment belongs to the process.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private readonly string _store = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Theory]
    [InlineData("token", "RepositoryAccessToken")]
    [InlineData("api", "ApiToken")]
    [InlineData("consumer", "OAuth2")]
    [InlineData("token api consumer", "RepositoryAccessToken")]
    [InlineData("api consumer", "ApiToken")]
    public async Task Connect_ToldNothing_TakesTheEnvironmentAndLeavesTheStoreAlone(string given, string kind)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();

        (int exitCode, string output, string errors) = await ConnectAsync(sandbox, "", [.. given.Split(' ').SelectMany(name => Variables(sandbox, name))]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(kind, output.Trim());
        Assert.False(Directory.Exists(_store));
    }

    [Fact]
    public async Task Connect_Typed_WinsOverTheEnvironment()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();

        (_, string output, string errors) = await ConnectAsync(
            sandbox, "-AccessToken $env:OTHER", [("BITBUCKET_ACCESS_TOKEN", "wrong"), ("OTHER", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1)))]);

        Assert.Equal(("", "OAuth2"), (errors, output.Trim()));
    }

    [Theory]
    [InlineData("BITBUCKET_EMAIL", "BITBUCKET_API_TOKEN")]
    [InlineData("BITBUCKET_API_TOKEN", "BITBUCKET_EMAIL")]
    [InlineData("BITBUCKET_CONSUMER_SECRET", "BITBUCKET_CONSUMER_KEY")]
    public async Task Connect_HalfOfAPair_NamesTheOtherHalf(string there, string missing)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();

        (int exitCode, _, string errors) = await ConnectAsync(sandbox, "", [(there, "MARKED")]);

        Assert.Equal(1, exitCode);
        Assert.Contains(missing, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", errors, StringComparison.Ordinal);
        Assert.Empty(sandbox.Server.Requests);
    }

    [Fact]
    public async Task Connect_NothingAnywhere_NamesEveryWay()
    {
        (int exitCode, _, string errors) = await ShellProcess.RunAsync(
            ["-Command", "try { Connect-Bitbucket } catch { [Console]::Error.WriteLine($_.ErrorDetails.RecommendedAction); exit 3 }"],
            "",
            ("BITBUCKET_PROFILE_PATH", _store));

        Assert.Equal(3, exitCode);
        string[] ways =
        [
            "-Consumer", "-ApiToken", "-AccessToken", "-OAuth1", "-Profile", "-Sandbox", "-Save", "BITBUCKET_ACCESS_TOKEN", "BITBUCKET_EMAIL",
            "BITBUCKET_API_TOKEN", "BITBUCKET_CONSUMER_KEY", "BITBUCKET_CONSUMER_SECRET",
        ];
        Assert.All(ways, way => Assert.Contains(way, errors, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        if (Directory.Exists(_store))
        {
            Directory.Delete(_store, recursive: true);
        }
    }

    private Task<(int ExitCode, string Output, string Errors)> ConnectAsync(
        SandboxFixture sandbox, string parameters, (string Name, string Value)[] environment)
        => ShellProcess.RunAsync(
            ["-Command", $"(Connect-Bitbucket {parameters} -BaseUri {sandbox.BaseUri} -PassThru).CredentialKind"],
            "",
            [.. environment, ("BITBUCKET_PROFILE_PATH", _store)]);

    private static (string Name, string Value)[] Variables(SandboxFixture sandbox, string name) => name switch
    {
        "token" => [("BITBUCKET_ACCESS_TOKEN", sandbox.Server.IssueRepositoryToken("demo", "docs", TimeSpan.FromHours(1)))],
        "api" => [("BITBUCKET_EMAIL", sandbox.Server.ApiToken.Email), ("BITBUCKET_API_TOKEN", sandbox.Server.ApiToken.Token)],
        _ => [("BITBUCKET_CONSUMER_KEY", sandbox.Server.Consumer.Key), ("BITBUCKET_CONSUMER_SECRET", sandbox.Server.Consumer.Secret)],
    };
}
