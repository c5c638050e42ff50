using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class GitRequestTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    [Theory]
    [InlineData("POST", "/demo/docs/info/refs?service=git-upload-pack", "GET")]
    [InlineData("HEAD", "/demo/docs/info/refs?service=git-upload-pack", "GET")]
    [InlineData("GET", "/demo/docs.git/git-upload-pack", "POST")]
    [InlineData("PUT", "/demo/docs.git/git-receive-pack", "POST")]
    public async Task Wrong_method_is_refused(string method, string target, string allowed)
    {
        string answer = await sandbox.ExchangeAsync(
            $"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {sandbox.Basic}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 405 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\r\nAllow: {allowed}\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_beyond_the_limit_is_refused_before_it_comes()
    {
        string head =
            $"POST /demo/website.git/git-upload-pack HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {sandbox.Basic}\r\n"
            + "Content-Type: application/x-git-upload-pack-request\r\nContent-Length: 536870913\r\n\r\n";

        Assert.StartsWith("HTTP/1.1 413 ", await sandbox.ExchangeAsync(head), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/demo/..%2Fdemo%2Fwebsite/info/refs?service=git-upload-pack")]
    [InlineData("/demo%2Fwebsite.git/x/info/refs?service=git-upload-pack")]
    [InlineData("/demo/%2E%2E/info/refs?service=git-upload-pack")]
    [InlineData("/../demo/website/info/refs?service=git-upload-pack")]
    [InlineData("/demo/website%00.git/info/refs?service=git-upload-pack")]
    [InlineData("/demo/%zz/info/refs?service=git-upload-pack")]
    [InlineData("/demo/website.git/objects/info/packs")]
    [InlineData("/demo/website.git/HEAD")]
    public async Task Path_never_leads_to_a_file(string target)
    {
        string answer = await sandbox.ExchangeAsync(
            $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {sandbox.Basic}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("# service", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repository_named_like_a_path_of_git_is_still_the_apis()
    {
        Answer answer = await sandbox.GetAsync("/2.0/repositories/info/refs");

        Assert.Equal("Repository info/refs not found", answer.Message);
    }

    [Fact]
    public async Task Foreign_host_is_refused()
    {
        Answer answer = await sandbox.SendAsync("GET", "/demo/docs/info/refs?service=git-upload-pack", host: "evil.example");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.Status);
    }
}
