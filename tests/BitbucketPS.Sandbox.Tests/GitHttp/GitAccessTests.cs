using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What somebody who belongs to another workspace may do with git.</summary>
public class GitAccessTests : IClassFixture<SandboxFixture>
{
    private readonly SandboxFixture _sandbox;

    public GitAccessTests(SandboxFixture sandbox)
    {
        _sandbox = sandbox;
    }

    [Theory]
    [InlineData("docs", "git-upload-pack", HttpStatusCode.OK)]
    [InlineData("docs", "git-receive-pack", HttpStatusCode.Forbidden)]
    [InlineData("website", "git-upload-pack", HttpStatusCode.NotFound)]
    [InlineData("website", "git-receive-pack", HttpStatusCode.NotFound)]
    public async Task Repository_of_others_can_be_read_if_it_is_public(string slug, string service, HttpStatusCode expected)
    {
        string token = _sandbox.Server.IssueAccessTokenFor("stranger", TimeSpan.FromHours(1));

        Answer answer = await _sandbox.SendAsync(
            "GET", $"/demo/{slug}.git/info/refs?service={service}", SandboxFixture.BasicHeader("x-token-auth", token));

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task Private_repository_of_others_is_not_there_even_without_the_scope()
    {
        string token = _sandbox.Server.IssueAccessTokenFor("stranger", TimeSpan.FromHours(1), "account");

        Answer answer = await _sandbox.SendAsync(
            "GET", "/demo/website.git/info/refs?service=git-upload-pack", SandboxFixture.BasicHeader("x-token-auth", token));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }
}
