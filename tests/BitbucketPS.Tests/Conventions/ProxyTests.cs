using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Conventions;

/// <summary>Plain http to this machine stays on it, whatever proxy the environment names.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Loopback_ProxyInTheEnvironment_IsNotAsked()
    {
        await using FaultyServer proxy = new(FaultyServer.Response("502 Bad Gateway", "text/plain", "{ECHO}"));

        (int exitCode, string output, string errors) = await ShellProcess.RunAsync(
            ["-Command", "Connect-Bitbucket -Sandbox; (Get-BitbucketBranch demo/api).Count"],
            environment: [("http_proxy", proxy.BaseUri), ("all_proxy", proxy.BaseUri), ("no_proxy", "")]);

        Assert.Equal((0, "13", ""), (exitCode, output.Trim(), errors));
        Assert.False(proxy.Asked.IsCompleted);
    }
}
