using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox.Tests;

public class GitAbortTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    // A new branch, and of the pack with its one commit the beginning.
    private const string HalfAPush =
        "0073" + Nothing + " 1111111111111111111111111111111111111111 refs/heads/half\0report-status"
        + "0000PACK\0\0\0\u0002\0\0\0\u0001";

    private const string Nothing = "0000000000000000000000000000000000000000";

    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("git-upload-pack", "00")]
    [InlineData("git-receive-pack", HalfAPush)]
    public async Task Aborted_request_leaves_no_git_behind(string service, string body)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found by their command lines in /proc.");
        string repository = sandbox.Server.RepositoryPath("demo", "website");
        string before = await Git.RunAsync(repository, "for-each-ref");
        using (TcpClient client = new())
        {
            await client.ConnectAsync(IPAddress.Loopback, sandbox.Server.BaseAddress.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{Head(service)}{body.Length:x}\r\n{body}\r\n"), TestContext.Current.CancellationToken);
            await WaitForAsync(() => FindGit(repository).Length > 0);
        }

        await WaitForAsync(() => FindGit(repository).Length == 0);
        Assert.Equal(before, await Git.RunAsync(repository, "for-each-ref"));
        Assert.Empty(Directory.EnumerateFiles(repository, "*.lock", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(repository, "objects"), "*incoming*"));
    }

    [Fact]
    public async Task Clone_that_nobody_reads_leaves_no_git_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found by their command lines in /proc.");
        string clone = await sandbox.CloneAsync("api");
        await sandbox.Git.CommitAsync(clone, "large.bin", RandomNumberGenerator.GetBytes(32 * 1024 * 1024));
        await sandbox.Git.RunAsync("-C", clone, "push", "--quiet", "origin", "HEAD:large");
        string head = await sandbox.Git.RunAsync("-C", clone, "rev-parse", "HEAD");
        string repository = sandbox.Server.RepositoryPath("demo", "api");
        using (TcpClient client = new())
        {
            string body = $"0011command=fetch0001000fno-progress0032want {head}\n0009done\n0000";
            await client.ConnectAsync(IPAddress.Loopback, sandbox.Server.BaseAddress.Port, TestContext.Current.CancellationToken);
            string request = Head("git-upload-pack", "demo/api") + $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
            byte[] start = new byte[64 * 1024];
            await client.GetStream().ReadExactlyAsync(start, TestContext.Current.CancellationToken);
            Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(start, 0, 12), StringComparison.Ordinal);
            Assert.NotEmpty(FindGit(repository));
        }

        await WaitForAsync(() => FindGit(repository).Length == 0);
    }

    [Fact]
    public async Task Server_stops_although_a_push_is_under_way()
    {
        SandboxServer server = await SandboxServer.StartAsync(new(), TestContext.Current.CancellationToken);
        string repository = server.RepositoryPath("demo", "website");
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, server.BaseAddress.Port, TestContext.Current.CancellationToken);
        string token = server.IssueAccessToken(TimeSpan.FromHours(1));
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head("git-receive-pack", token: token) + "2\r\n00\r\n"), TestContext.Current.CancellationToken);

        await server.DisposeAsync();

        Assert.False(Directory.Exists(repository));
    }

    [Fact]
    public async Task Change_is_made_wholly_although_its_client_has_gone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found by their command lines in /proc.");
        string repository = sandbox.Server.RepositoryPath("demo", "website");
        using (TcpClient client = new())
        {
            // Large, so that git is at work on it for a while.
            byte[] content = RandomNumberGenerator.GetBytes(32 * 1024 * 1024);
            byte[] start = Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"large.bin\"; filename=\"large.bin\"\r\n\r\n");
            byte[] end = Encoding.ASCII.GetBytes("\r\n--x--\r\n");
            string head = $"POST /2.0/repositories/demo/website/src?branch=gone HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {sandbox.Bearer}\r\n"
                + $"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {start.Length + content.Length + end.Length}\r\n\r\n";
            await client.ConnectAsync(IPAddress.Loopback, sandbox.Server.BaseAddress.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. start, .. content, .. end], TestContext.Current.CancellationToken);
            await WaitForAsync(() => Array.Exists(FindGit(repository), line => line.Contains("fast-import", StringComparison.Ordinal)));
        }

        await WaitForAsync(() => File.Exists(Path.Combine(repository, "refs", "heads", "gone")));
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        while (!condition())
        {
            await Task.Delay(s_step, patience.Token);
        }
    }

    private static string[] FindGit(string repository)
        => [.. Directory.EnumerateDirectories("/proc").Select(CommandLine).Where(line => line.Contains(repository, StringComparison.Ordinal))];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No process, or one that has just ended.
            return "";
        }
    }

    private string Head(string service, string repository = "demo/website", string? token = null)
    {
        string basic = Convert.ToBase64String(Encoding.ASCII.GetBytes("x-token-auth:" + (token ?? sandbox.AccessToken())));
        return $"POST /{repository}.git/{service} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic {basic}\r\n"
            + $"Content-Type: application/x-{service}-request\r\nGit-Protocol: version=2\r\nTransfer-Encoding: chunked\r\n\r\n";
    }
}
