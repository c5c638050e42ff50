using System.Globalization;
using System.Management.Automation;
using System.Text.Json.Nodes;
using BitbucketPS.Sandbox;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sandboxes;

/// <summary>What a process that looks for sandboxes makes of files that tell no truth.</summary>
[Collection(OwnRegistry.Collection)]
public sealed class SandboxRegistryTests : IDisposable
{
    private readonly OwnRegistry _registry = new();
    private readonly ModuleRunspace _module = new();

    public void Dispose()
    {
        _module.Run("Stop-BitbucketSandbox");
        _module.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public void File_OfAProcessThatIsGone_IsRemoved()
    {
        Write(processId: int.MaxValue - 7, "http://127.0.0.1:1", "guess");

        Assert.Empty(_module.Run("Get-BitbucketSandbox").Clean());
        Assert.Empty(_registry.Files);
    }

    [Fact]
    public async Task File_WhoseAddressIsAnothersByNow_IsRemoved()
    {
        await using SandboxFixture other = await SandboxFixture.StartAsync();
        Write(Environment.ProcessId, other.BaseUri, "the secret of the one before");

        Assert.Empty(_module.Run("Get-BitbucketSandbox").Clean());
        Assert.Empty(_registry.Files);
    }

    [Fact]
    public void Stop_WhoseNumberIsAnothersByNow_SaysThereIsNone()
    {
        Write(Environment.ProcessId, "http://127.0.0.1:1", "guess");

        ErrorRecord error = _module.Run($"Stop-BitbucketSandbox {Environment.ProcessId}").SingleError;

        Assert.StartsWith("SandboxNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_registry.Files);
    }

    [Fact]
    public async Task File_OfARunningSandbox_IsFoundAndConnectedTo()
    {
        await using SandboxFixture running = await SandboxFixture.StartAsync();
        Write(Environment.ProcessId, running.BaseUri, running.Server.ControlSecret, running.Server.Consumer);

        Assert.Equal([$"{running.Server.BaseAddress}"], _module.Run("Connect-Bitbucket -Sandbox -PassThru").Texts("BaseUri"));
        Assert.Equal(["1"], _module.Run("Get-BitbucketSandbox").Texts("Sessions"));
        _module.Run("Disconnect-Bitbucket").Clean();
        Assert.Equal(["0"], _module.Run("Get-BitbucketSandbox").Texts("Sessions"));
    }

    [Theory]
    [InlineData("elsewhere", "http://127.0.0.1:1")]
    [InlineData(null, "http://192.0.2.1:80")]
    public void File_OfAnotherMachine_IsLeftAlone(string? machine, string baseUri)
    {
        string file = Write(Environment.ProcessId, baseUri, "guess", machine: machine);

        Assert.Empty(_module.Run("Get-BitbucketSandbox").Clean());
        Assert.Equal([file], _registry.Files);
    }

    [Fact]
    public void File_ThatIsNone_DoesNoHarm()
    {
        string path = Write(Environment.ProcessId, "http://127.0.0.1:1", "guess");
        File.WriteAllText(path, """{"baseUri":3""");

        Assert.Empty(_module.Run("Get-BitbucketSandbox").Clean());
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, false)]
    [InlineData(UnixFileMode.OtherWrite, false)]
    [InlineData(UnixFileMode.OtherRead | UnixFileMode.OtherExecute, true)]
    public async Task File_ThatOthersCanGetAt_IsRefused(UnixFileMode mode, bool isFolder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the folder of the user has rights of its own.");
        await using SandboxFixture running = await SandboxFixture.StartAsync();
        string file = Write(Environment.ProcessId, running.BaseUri, running.Server.ControlSecret, running.Server.Consumer);
        string opened = isFolder ? _registry.Folder : file;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(opened, File.GetUnixFileMode(opened) | mode);
        }

        ScriptResult listed = _module.Run("Get-BitbucketSandbox");
        ScriptResult connected = _module.Run("Connect-Bitbucket -Sandbox -PassThru");

        Assert.Empty(listed.Clean());
        Assert.Contains(opened, Assert.Single(listed.Warnings), StringComparison.Ordinal);
        Assert.NotEqual([$"{running.Server.BaseAddress}"], connected.Texts("BaseUri"));
        Assert.Contains(opened, Assert.Single(connected.Warnings), StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    private string Write(int processId, string baseUri, string secret, SandboxConsumer? consumer = null, string? machine = null)
    {
        machine ??= Environment.MachineName;
        JsonObject json = new()
        {
            ["baseUri"] = baseUri,
            ["consumerKey"] = consumer?.Key ?? "key",
            ["consumerSecret"] = consumer?.Secret ?? "secret",
            ["controlSecret"] = secret,
            ["workspace"] = "demo",
            ["machine"] = machine,
            ["processId"] = processId,
            ["startedOn"] = DateTime.UnixEpoch.ToString("O", CultureInfo.InvariantCulture),
            ["dataDirectory"] = null,
        };
        DirectoryInfo folder = Directory.CreateDirectory(_registry.Folder);
        string path = Path.Combine(folder.FullName, $"{machine}-{processId}.json");
        File.WriteAllText(path, json.ToJsonString());
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}
