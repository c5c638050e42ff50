using System.Management.Automation;
using BitbucketPS.Sandbox;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

/// <summary>Access tokens of things, API tokens, and which mistake a refused one looks like.</summary>
public sealed class CredentialTests
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private static readonly string s_notForThisEndpoint = FaultyServer.Response(
        "401 Unauthorized",
        "application/json",
        """{"type":"error","error":{"message":"Token is invalid, expired, or not supported for this endpoint."}}""");

    [Theory]
    [InlineData("repository", "RepositoryAccessToken")]
    [InlineData("project", "ProjectAccessToken")]
    [InlineData("workspace", "WorkspaceAccessToken")]
    public async Task Connect_AccessTokenOfAThing_LearnsWhatItIsWithoutTheAccount(string thing, string kind)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();

        ScriptResult result = module.Run(
            "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Workspace demo -PassThru",
            ("token", Issue(sandbox.Server, thing)),
            ("baseUri", sandbox.BaseUri));

        Assert.Equal([kind], result.Texts("CredentialKind"));
        Assert.Equal(["repository"], module.Run("(Get-BitbucketSession).Scopes").Clean().Select(scope => $"{scope}"));
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch docs").Texts("Name"));
    }

    [Fact]
    public async Task Connect_TokenRefusedForTheAccountOnly_IsTriedWhereItBelongs()
    {
        string answer = FaultyServer.Response("200 OK", "application/json\r\nX-Credential-Type: repo_access_token\r\nX-OAuth-Scopes: repository", "{}");
        await using FaultyServer server = new(answer) { UserAnswer = s_notForThisEndpoint };
        using ModuleRunspace module = new();

        ScriptResult result = module.Run($"Connect-Bitbucket -AccessToken token -BaseUri {server.BaseUri} -Repository acme/website -PassThru");

        Assert.Equal(["RepositoryAccessToken"], result.Texts("CredentialKind"));
    }

    [Fact]
    public async Task Connect_PublicRepositoryAnswersAnybody_ProvesNothing()
    {
        await using FaultyServer server = new(FaultyServer.Response("200 OK", "application/json", "{}")) { UserAnswer = s_notForThisEndpoint };
        using ModuleRunspace module = new();

        ScriptResult result = module.Run($"Connect-Bitbucket -AccessToken token -BaseUri {server.BaseUri} -Repository acme/website -PassThru");

        Assert.StartsWith("Unauthorized,", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ApiToken", "demo", "good", "user name", "e-mail")]
    [InlineData("ApiToken", "demo@example.org", "ATBBx123", "app password", "id.atlassian.com")]
    [InlineData("ApiToken", "demo@example.org", "ATCTT3x123", "access token", "-AccessToken")]
    [InlineData("ApiToken", "demo@example.org", "ATATT3x123", "expired", "id.atlassian.com")]
    [InlineData("ApiToken", "other@example.org", "good", "not the e-mail address", "id.atlassian.com")]
    [InlineData("ApiToken", "ATATT3x456", "demo@example.org", "exchanged", "e-mail")]
    [InlineData("AccessToken", "", "ATATT3x123", "API token", "-ApiToken")]
    [InlineData("AccessToken", "", "ATBBx123", "app password", "id.atlassian.com")]
    [InlineData("AccessToken", "", "ATCTT3x123", "where it belongs", "-Repository")]
    public async Task Connect_RefusedCredential_SaysWhichMistakeItLooksLike(string parameter, string user, string token, string looks, string action)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();
        string secret = token is "good" ? sandbox.Server.ApiToken.Token : token;
        module.SetVariable("credential", user.Length == 0 ? secret : SandboxFixture.Credential(user, secret));

        ErrorRecord error = module.Run($"Connect-Bitbucket -{parameter} $credential -BaseUri {sandbox.BaseUri}").SingleError;

        Assert.StartsWith("Unauthorized,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(looks, $"{error}", StringComparison.Ordinal);
        Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.All([secret, "ATATT3x456"], text => Assert.DoesNotContain(text, error.Exception.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_ServerThatShowsNothing_IsOpenedWithAWarning()
    {
        await using TinyServer server = new(_ => FaultyServer.Response("404 Not Found", "text/html", "<html>"));
        using ModuleRunspace module = new();

        ScriptResult result = module.Run($"Connect-Bitbucket -AccessToken token -BaseUri {server.BaseUri}");

        result.Clean();
        Assert.Contains(result.OtherStreams, line => line.Contains("did not show that it knows it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_ApiTokenWithoutAScope_NamesTheScopeWhenItIsNeeded()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();
        SandboxApiToken token = sandbox.Server.IssueApiToken(s_hour, "read:repository:bitbucket");
        module.Run(
            "Connect-Bitbucket -ApiToken $credential -BaseUri $baseUri -Workspace demo",
            ("credential", SandboxFixture.Credential(token.Email, token.Token)),
            ("baseUri", sandbox.BaseUri)).Clean();

        ErrorRecord error = module.Run("New-BitbucketBranch docs -Name x -Target main").SingleError;

        Assert.StartsWith("Forbidden,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("write:repository:bitbucket", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    private static string Issue(SandboxServer server, string thing) => thing switch
    {
        "repository" => server.IssueRepositoryToken("demo", "docs", s_hour, "repository"),
        "project" => server.IssueProjectToken("demo", "WEB", s_hour, "repository"),
        _ => server.IssueWorkspaceToken("demo", s_hour, "repository"),
    };
}
