using Microsoft.Playwright;

namespace BitbucketPS.Tests.Browser;

/// <summary>A Chromium without a window, one for all tests that need one; absent where none is installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>A name that leads to this machine though it is not this machine's, as a rebound one does.</summary>
    internal const string ForeignHost = "evil.example";

    // Root, as CI has it, gets no sandbox of Chromium's. The rest keeps it from calling home: it is to see the tests' pages alone.
    private static readonly string[] s_arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        $"--host-resolver-rules=MAP {ForeignHost} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (FindProgram() is not string program)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = s_arguments, Timeout = SignInScene.Patience });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>A context of a test's own, as if the browser had been installed for it; without a browser, the test is skipped.</summary>
    internal async Task<IBrowserContext> NewContextAsync()
    {
        Assert.SkipWhen(_browser is null, "No Chromium: apt-get install chromium");
        return await _browser.NewContextAsync();
    }

    // Playwright would download one of its own; the tests take that of the system.
    private static string? FindProgram()
    {
        string name = OperatingSystem.IsWindows() ? "chromium.exe" : "chromium";
        string[] folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
