using System.Globalization;
using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sandboxes;

[Collection(OwnRegistry.Collection)]
public sealed class SandboxSessionTests : IDisposable
{
    private const string Connect = "Connect-Bitbucket -Sandbox; (Get-BitbucketSandbox).ProcessId";

    private readonly OwnRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task Connect_Sandbox_StartsOneThatEndsWithTheSession()
    {
        using ModuleRunspace module = new();

        string[] servers = module.Run("Connect-Bitbucket -Sandbox -PassThru").Texts("BaseUri");
        int process = Id(module);

        Assert.Equal(268, module.Run("Get-BitbucketBranch website").Clean().Count);
        module.Run("Disconnect-Bitbucket").Clean();
        Assert.False(ProcessWatch.IsRunning(process));
        Assert.Empty(_registry.Files);
        using HttpClient http = new();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(servers.Single(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Connect_SandboxWithAGrant_SignsInWithOAuth2()
    {
        using ModuleRunspace module = new();

        Assert.Equal(["OAuth2"], module.Run("Connect-Bitbucket -Sandbox -GrantType AuthorizationCode -PassThru").Texts("CredentialKind"));
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch docs").Texts("Name"));
    }

    [Fact]
    public async Task Connect_InTwoRunspacesAtOnce_SharesOneThatEndsWithTheLast()
    {
        using ModuleRunspace one = new();
        using ModuleRunspace other = new();
        string[][] servers = await Task.WhenAll(
            Task.Run(() => one.Run("Connect-Bitbucket -Sandbox -PassThru").Texts("BaseUri"), TestContext.Current.CancellationToken),
            Task.Run(() => other.Run("Connect-Bitbucket -Sandbox -PassThru").Texts("BaseUri"), TestContext.Current.CancellationToken));
        int process = Id(one);

        Assert.Equal(servers[0], servers[1]);
        Assert.Equal(["2"], one.Run("Get-BitbucketSandbox").Texts("Sessions"));
        one.Run("Disconnect-Bitbucket").Clean();
        Assert.Equal(["main"], other.Run("Get-BitbucketBranch docs").Texts("Name"));
        other.Run("Disconnect-Bitbucket").Clean();
        Assert.False(ProcessWatch.IsRunning(process));
    }

    [Fact]
    public void RemoveModule_WithTheLastSession_StopsIt()
    {
        using ModuleRunspace module = new();
        module.Run("Connect-Bitbucket -Sandbox").Clean();
        int process = Id(module);

        module.Run("Remove-Module BitbucketPS").Clean();

        Assert.False(ProcessWatch.IsRunning(process));
    }

    [Fact]
    public async Task Connect_OfAnotherProcess_IsFoundAndOutlivesItsStarter()
    {
        using ShellChild starter = new(Connect);
        int process = await ReadIdAsync(starter);
        using ModuleRunspace module = new();
        ScriptResult found = module.Run("Connect-Bitbucket -Sandbox -Verbose");
        string[] seen = module.Run("Get-BitbucketSandbox").Texts("Sessions");

        await starter.LeaveAsync();

        Assert.Contains(found.OtherStreams, line => line.StartsWith("Found the sandbox at ", StringComparison.Ordinal));
        Assert.Equal(["2"], seen);
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch docs").Texts("Name"));
        Assert.Equal(["False"], module.Run("Get-BitbucketSandbox").Texts("IsOwned"));
        module.Run("Disconnect-Bitbucket").Clean();
        Assert.True(await ProcessWatch.EndsAsync(process));
        Assert.Empty(_registry.Files);
    }

    [Theory]
    [InlineData(Connect)]
    [InlineData("(Start-BitbucketSandbox).ProcessId")]
    [InlineData("(Start-BitbucketSandbox).ProcessId; Connect-Bitbucket -Sandbox")]
    public async Task Killed_Starter_LeavesNoProcess(string script)
    {
        using ShellChild starter = new(script);
        int process = await ReadIdAsync(starter);

        await starter.KillAsync();

        Assert.True(await ProcessWatch.EndsAsync(process));
        Assert.Empty(_registry.Files);
    }

    [Fact]
    public async Task Killed_OneOfTwo_LeavesItToTheOther()
    {
        using ShellChild starter = new(Connect);
        int process = await ReadIdAsync(starter);
        using ShellChild second = new(Connect);
        Assert.Equal(process, await ReadIdAsync(second));

        await starter.KillAsync();

        using ModuleRunspace module = new();
        Assert.Equal([$"{process}"], module.Run("Get-BitbucketSandbox").Texts("ProcessId"));
        await second.KillAsync();
        Assert.True(await ProcessWatch.EndsAsync(process));
    }

    [Fact]
    public async Task Killed_Sandbox_IsToldAndReplaced()
    {
        using ModuleRunspace module = new();
        module.Run("Connect-Bitbucket -Sandbox").Clean();
        int process = Id(module);
        using (System.Diagnostics.Process sandbox = System.Diagnostics.Process.GetProcessById(process))
        {
            sandbox.Kill();
        }

        Assert.True(await ProcessWatch.EndsAsync(process));

        Assert.Empty(module.Run("Get-BitbucketSandbox").Clean());
        Assert.Empty(_registry.Files);
        module.Run("Disconnect-Bitbucket; Connect-Bitbucket -Sandbox").Clean();
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch docs").Texts("Name"));
    }

    [Fact]
    public void Session_OfAStoppedSandbox_SaysSo()
    {
        using ModuleRunspace module = new();
        module.Run("Connect-Bitbucket -Sandbox; Stop-BitbucketSandbox").Clean();

        ErrorRecord error = module.Run("Get-BitbucketBranch docs").SingleError;

        Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("was stopped", $"{error}", StringComparison.Ordinal);
        Assert.Contains("Connect-Bitbucket -Sandbox", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        module.Run("Disconnect-Bitbucket").Clean();
    }

    [Fact]
    public void Connect_StartedByHand_IsUsedAndNotStopped()
    {
        using ModuleRunspace module = new();
        string[] started = module.Run("Start-BitbucketSandbox").Texts("ProcessId");

        module.Run("Connect-Bitbucket -Sandbox; Get-BitbucketBranch docs; Disconnect-Bitbucket").Clean();

        Assert.Equal(started, module.Run("Get-BitbucketSandbox").Texts("ProcessId"));
        module.Run("Stop-BitbucketSandbox").Clean();
        Assert.False(ProcessWatch.IsRunning(int.Parse(started.Single(), CultureInfo.InvariantCulture)));
    }

    // A host of .NET finds dotnet beside itself; git is not there.
    [Fact]
    public async Task Connect_WithoutAPath_SaysWhatIsMissing()
    {
        (int exitCode, string _, string errors) = await ShellProcess.RunAsync(
            ["-Command", "Connect-Bitbucket -Sandbox"], environment: [("PATH", OwnRegistry.NewFolder())]);

        Assert.Equal(1, exitCode);
        Assert.Contains("needs the git command", errors, StringComparison.Ordinal);
    }

    private static int Id(ModuleRunspace module)
        => int.Parse(Assert.Single(module.Run("Get-BitbucketSandbox").Texts("ProcessId")), CultureInfo.InvariantCulture);

    // The steps of the sign-in are written too.
    private static async Task<int> ReadIdAsync(ShellChild child)
    {
        while (true)
        {
            if (int.TryParse(await child.ReadLineAsync(), NumberStyles.None, CultureInfo.InvariantCulture, out int id))
            {
                return id;
            }
        }
    }
}
