using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Context;

/// <summary>Names that the configuration of ssh gives to hosts. In a shell of its own, whose ssh reads a configuration of the test's.</summary>
public sealed class SshAliasTests
{
    // What signs in, so that the rest is only about the clone.
    private const string Connect = "Connect-Bitbucket -AccessToken $env:TEST_TOKEN -BaseUri $env:TEST_SERVER -Workspace demo; ";

    [Theory]
    [InlineData("git@bb-work:demo/docs.git")]
    [InlineData("bb-work:demo/docs.git")]
    [InlineData("ssh://git@bb-work/demo/docs.git")]
    public async Task Alias_OfTheServer_IsTheRepository(string address)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        await using TestClone clone = await TestClone.InitAsync(("origin", address));

        (string output, string errors) = await RunAsync(sandbox, clone, "exec /usr/bin/ssh -F \"$0.config\" \"$@\"", $"$ExecutionContext.SessionState.Path.SetLocation('{clone.Folder}') > $null; (Get-BitbucketBranch -Name main).Repository.ToString()");

        Assert.Equal(("demo/docs", ""), (output, errors));
    }

    [Fact]
    public async Task Alias_InARepositoryThatIsGiven_IsTakenToo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        await using TestClone clone = await TestClone.InitAsync();

        (string output, string errors) = await RunAsync(
            sandbox, clone, "exec /usr/bin/ssh -F \"$0.config\" \"$@\"", "(Get-BitbucketBranch git@bb-work:demo/docs.git main).Repository.ToString()");

        Assert.Equal(("demo/docs", ""), (output, errors));
    }

    [Theory]
    [InlineData("exec /bin/sleep 100")]
    [InlineData("read answer; exit 3")]
    [InlineData("echo no configuration at all")]
    public async Task Ssh_ThatHangsOrAsksOrSaysNothing_LeavesTheNameAsItIs(string ssh)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        await using TestClone clone = await TestClone.InitAsync(("origin", "git@bb-work:demo/docs.git"));

        (_, string errors) = await RunAsync(sandbox, clone, ssh, $"$ExecutionContext.SessionState.Path.SetLocation('{clone.Folder}') > $null; Get-BitbucketBranch -Name main");

        Assert.Contains("origin leads to bb-work", errors, StringComparison.Ordinal);
    }

    private static async Task<(string Output, string Errors)> RunAsync(SandboxFixture sandbox, TestClone clone, string ssh, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its ssh is a script.");
        string folder = Directory.CreateDirectory(Path.Combine(clone.Parent, "bin")).FullName;
        string program = Path.Combine(folder, "ssh");
        await File.WriteAllTextAsync($"{program}.config", "Host bb-work\n  HostName 127.0.0.1\n  User git\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n{ssh}\n", TestContext.Current.CancellationToken);
        MakeExecutable(program);

        (_, string output, string errors) = await ShellProcess.RunAsync(
            ["-Command", $"{Connect}{script}"],
            environment:
            [
                ("PATH", $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}"),
                ("TEST_SERVER", sandbox.BaseUri),
                ("TEST_TOKEN", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1))),
            ]);
        return (output.Trim(), errors.Trim().ReplaceLineEndings(" "));
    }

    private static void MakeExecutable(string program)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
