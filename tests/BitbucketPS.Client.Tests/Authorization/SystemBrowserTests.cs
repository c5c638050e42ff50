using BitbucketPS.Authorization;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>Browser commands of the system's own: small programs that every Unix has.</summary>
public sealed class SystemBrowserTests
{
    private static readonly Uri s_page = new("https://example.com/page?oauth_token=a%20b&c=$(id)'\"");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{0}", "{1}|")]
    [InlineData("{0} --new-window", "--new-window|{1}|")]
    [InlineData("{0} --url=%s --quiet", "--url={1}|--quiet|")]
    [InlineData("{0} 'one word' \"an'other\" thi\\ rd ''", "one word|an'other|thi rd||{1}|")]
    [InlineData("  {0}\t$HOME;`id` ", "$HOME;`id`|{1}|")]
    public async Task OpenAsync_Command_GetsItsArgumentsAndTheAddress(string command, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell script takes the browser's place.");
        using Script script = new("for a in \"$@\"; do printf '%s|' \"$a\"; done >> \"$0.out\"; echo noise; echo noise >&2");

        await new SystemBrowser(command.Replace("{0}", script.Command, StringComparison.Ordinal)).OpenAsync(s_page, Stop);

        Assert.Equal(expected.Replace("{1}", s_page.AbsoluteUri, StringComparison.Ordinal), await File.ReadAllTextAsync(script.Path + ".out", Stop));
    }

    [Fact]
    public async Task OpenAsync_PathWithBlanks_IsOneProgram()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell script takes the browser's place.");
        DirectoryInfo directory = Directory.CreateTempSubdirectory();
        string program = Path.Combine(directory.FullName, "my browser");
        File.CreateSymbolicLink(program, "/bin/true");

        await new SystemBrowser(program).OpenAsync(s_page, Stop);

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task OpenAsync_MuchOutput_DoesNotBlock()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell script takes the browser's place.");
        using Script script = new("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2; cat");

        await new SystemBrowser(script.Command).OpenAsync(s_page, Stop);
    }

    [Fact]
    public async Task OpenAsync_CommandFails_SaysItsExitCode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell script takes the browser's place.");
        using Script script = new("exit 3");
        SystemBrowser browser = new(script.Command, new FakeTimeProvider());

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(() => browser.OpenAsync(s_page, Stop));

        Assert.Equal(BitbucketErrorKind.BrowserFailed, e.Kind);
        Assert.Contains("exit code 3", e.Message, StringComparison.Ordinal);
        Assert.Contains("-NoBrowser", e.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-program-anywhere --flag")]
    [InlineData("''")]
    [InlineData("/")]
    public async Task OpenAsync_NoProgram_IsBrowserFailed(string command)
        => Assert.Equal(
            BitbucketErrorKind.BrowserFailed,
            (await Assert.ThrowsAsync<BitbucketSignInException>(() => new SystemBrowser(command).OpenAsync(s_page, Stop))).Kind);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    public async Task OpenAsync_NoWebPage_Refuses(string address)
        => Assert.Equal(
            BitbucketErrorKind.InvalidArgument,
            (await Assert.ThrowsAsync<BitbucketException>(() => new SystemBrowser("true").OpenAsync(new Uri(address), Stop))).Kind);

    [Fact]
    public async Task OpenAsync_Cancelled_LeavesTheBrowserAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell script takes the browser's place.");
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using Script script = new("mkfifo \"$0.fifo\"; read line < \"$0.fifo\"; printf '%s' \"$line\" > \"$0.out\"");
        Task open = new SystemBrowser(script.Command).OpenAsync(s_page, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open);
        await script.FinishAsync("still here", Stop);
    }

    private sealed class Script : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

        public Script(string text)
        {
            Path = System.IO.Path.Combine(_directory.FullName, "browser");
            File.WriteAllText(Path, text);
        }

        public string Path { get; }

        // Through sh by name: a file that was just written cannot always be executed while other threads start programs.
        public string Command => $"/bin/sh '{Path}'";

        public void Dispose() => _directory.Delete(recursive: true);

        // Opening a pipe for writing waits for its reader, and reading the script's answer for its end.
        public async Task FinishAsync(string line, CancellationToken cancellationToken)
        {
            while (!File.Exists(Path + ".fifo"))
            {
                await Task.Yield();
            }

            await File.WriteAllTextAsync(Path + ".fifo", line + "\n", cancellationToken);
            while (!File.Exists(Path + ".out") || new FileInfo(Path + ".out").Length == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            Assert.Equal(line, await File.ReadAllTextAsync(Path + ".out", cancellationToken));
        }
    }
}
