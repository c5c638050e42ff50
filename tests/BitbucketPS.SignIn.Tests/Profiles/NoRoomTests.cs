using System.Diagnostics;
using System.Globalization;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>Disks that are full and folders that cannot be written to, in a process that is limited so (Linux).</summary>
public sealed class NoRoomTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(20_000)]
    public async Task FileThatCannotGrow_FailsAndKeepsTheStateBefore(int bytes)
    {
        string? answer = await SaveLimitedAsync(bytes, "env", "--ignore-signal=XFSZ");

        Assert.StartsWith("error ProfileStoreFailed The profile cannot be saved: ", answer, StringComparison.Ordinal);
        Assert.Equal(["profiles.a", "store.lock"], _folder.Names());
        Assert.Equal(1, await new OpenedStore(_folder).NumberOfAsync("one"));
    }

    // The limit's signal ends the process right after the byte: a kill whose moment can be chosen.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(20_000)]
    public async Task KilledAtAByte_KeepsTheStateBeforeAndLeavesNothingBehindTheNextSave(int bytes)
    {
        string? answer = await SaveLimitedAsync(bytes);

        Assert.Null(answer);
        Assert.Equal(bytes, new FileInfo(_folder.File("profiles.b.new")).Length);
        Assert.Equal(1, await new OpenedStore(_folder).NumberOfAsync("one"));
        await new OpenedStore(_folder).SaveAsync("one", 3);
        Assert.Equal(["profiles.a", "profiles.b", "store.lock"], _folder.Names());
    }

    [Fact]
    public async Task FullDisk_FailsAndKeepsTheStateBefore()
    {
        RequireTool("unshare");
        Directory.CreateDirectory(_folder.Store);
        const string OnSmallDisk = "mount -t tmpfs -o size=64k,mode=700 none \"$3\" && exec \"$@\"";
        string[] before = ["unshare", "--map-root-user", "--mount", "sh", "-c", OnSmallDisk, "sh"];
        Assert.SkipUnless(await RunsAsync([.. before, "true", "", _folder.Store]), "No small disk can be made here.");
        using StoreProcess process = new(_folder.Store, before);
        Assert.Equal("ok", await process.AskAsync("save one 1 4000"));

        string? answer = await process.AskAsync("save big 2 40000");

        Assert.StartsWith("error ProfileStoreFailed The profile cannot be saved: ", answer, StringComparison.Ordinal);
        Assert.Equal("ok one 1", await process.AskAsync("find one"));
        Assert.Equal("ok none", await process.AskAsync("find big"));
        Assert.Equal("ok", await process.AskAsync("count one 3"));
        Assert.Equal("ok one 4", await process.AskAsync("find"));
        await process.EndAsync();
    }

    [Fact]
    public async Task ReadOnlyFolder_ReadsAndSaysWhyItDoesNotWrite()
    {
        RequireTool("unshare");
        await new OpenedStore(_folder).SaveAsync("one", 1);
        const string ReadOnly = "mount --bind \"$3\" \"$3\" && mount -o remount,bind,ro \"$3\" && exec \"$@\"";
        string[] before = ["unshare", "--map-root-user", "--mount", "sh", "-c", ReadOnly, "sh"];
        Assert.SkipUnless(await RunsAsync([.. before, "true", "", _folder.Store]), "No folder can be made read-only here.");
        using StoreProcess process = new(_folder.Store, before);

        Assert.Equal("ok one 1", await process.AskAsync("find one"));
        Assert.Equal("ok one:File:default", await process.AskAsync("list"));
        Assert.StartsWith("error ProfileStoreFailed The saved profiles cannot be locked: ", await process.AskAsync("save one 2 10"), StringComparison.Ordinal);
        Assert.StartsWith("error ProfileStoreFailed The saved profiles cannot be locked: ", await process.AskAsync("lock one"), StringComparison.Ordinal);
        await process.EndAsync();
    }

    private async Task<string?> SaveLimitedAsync(int bytes, params string[] before)
    {
        RequireTool("prlimit");
        await new OpenedStore(_folder).SaveAsync("one", 1);
        using StoreProcess process = new(_folder.Store, [.. before, "prlimit", $"--fsize={bytes.ToString(CultureInfo.InvariantCulture)}"]);
        string? answer = await process.AskAsync("save one 2 20000");
        await process.EndAsync();
        return answer;
    }

    private static void RequireTool(string name) => Assert.SkipUnless(File.Exists($"/usr/bin/{name}"), $"{name} is not installed.");

    private static async Task<bool> RunsAsync(string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }
}
