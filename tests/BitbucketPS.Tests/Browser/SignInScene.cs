using System.Text.RegularExpressions;
using BitbucketPS.Tests.Hosting;
using Microsoft.Playwright;

namespace BitbucketPS.Tests.Browser;

/// <summary>Somebody with the module, a sandbox and a browser.</summary>
internal sealed partial class SignInScene : IAsyncDisposable
{
    /// <summary>What makes Connect-Bitbucket sign in with OAuth 1.0a.</summary>
    public const string OAuth1 = "-OAuth1";

    /// <summary>What makes it sign in with OAuth 2.</summary>
    public const string OAuth2 = "-GrantType AuthorizationCode";

    /// <summary>A callback on any free port.</summary>
    public const string AnyPort = "http://127.0.0.1:0/callback";

    // Only a hang comes to its end, and to that of the sign-in.
    public const float Patience = 300_000;

    private readonly IBrowserContext _context;

    private SignInScene(IBrowserContext context, SandboxFixture sandbox)
    {
        _context = context;
        _context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        Log = new(context);
        Sandbox = sandbox;
        Module.SetVariable("consumer", sandbox.Consumer);
        Module.SetVariable("baseUri", sandbox.BaseUri);
    }

    public SandboxFixture Sandbox { get; }

    public ModuleRunspace Module { get; } = new();

    public BrowserLog Log { get; }

    public static async Task<SignInScene> SetAsync(Chromium chromium)
        => new(await chromium.NewContextAsync(), await SandboxFixture.StartAsync());

    /// <summary>Signs in; once the module shows the address, the person acts.</summary>
    /// <param name="kind"><see cref="OAuth1"/> or <see cref="OAuth2"/>.</param>
    /// <param name="act">What the person does with the address.</param>
    /// <param name="callback">Where the module listens.</param>
    /// <param name="seconds">How long it waits.</param>
    public Task<ScriptResult> SignInAsync(string kind, Func<Uri, Task> act, string callback = AnyPort, int seconds = 300) => Person.RunAsync(
        Module,
        $"Connect-Bitbucket {kind} -Consumer $consumer -BaseUri $baseUri -CallbackUri {callback} -TimeoutSec {seconds} -NoBrowser -Workspace demo",
        act);

    public Task<IPage> NewTabAsync() => _context.NewPageAsync();

    /// <summary>A tab at an address.</summary>
    public async Task<IPage> OpenAsync(Uri address)
    {
        IPage tab = await NewTabAsync();
        await tab.GotoAsync(address.AbsoluteUri);
        return tab;
    }

    /// <summary>Presses a button of the authorisation page.</summary>
    public static Task PressAsync(IPage tab, string button)
        => tab.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Opens the authorisation page, presses a button, and ends at the callback page.</summary>
    public async Task<IPage> DecideAsync(Uri address, string button)
    {
        IPage tab = await OpenAsync(address);
        await PressAsync(tab, button);
        await ReachCallbackAsync(tab);
        return tab;
    }

    // Asks again and again: Playwright's own wait for an address can miss one that comes as it begins.
    /// <summary>Waits until a tab has the callback page.</summary>
    public static async Task ReachCallbackAsync(IPage tab)
    {
        await Assertions.Expect(tab).ToHaveURLAsync(CallbackAddress());
        await tab.WaitForLoadStateAsync();
    }

    /// <summary>Checks that the module is signed in, and that its session works.</summary>
    public async Task AssertSignedInAsync()
    {
        Assert.Equal(["Dana Demo"], Module.Run("Get-BitbucketSession").Texts("Account"));
        Assert.Equal(await Sandbox.GitBranchesAsync("api"), Module.Run("Get-BitbucketBranch api").Texts("Name"));
    }

    public async ValueTask DisposeAsync()
    {
        Module.Dispose();
        await _context.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    [GeneratedRegex(@"^http://127\.0\.0\.1:\d+/callback\?", RegexOptions.None, 1000)]
    private static partial Regex CallbackAddress();
}
