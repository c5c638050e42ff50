using System.Net;
using System.Net.Sockets;
using BitbucketPS.Tests.Hosting;
using Microsoft.Playwright;

namespace BitbucketPS.Tests.Browser;

/// <summary>A person signs in with a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class BrowserSignInTests(Chromium chromium)
{
    [Theory]
    [InlineData(SignInScene.OAuth1)]
    [InlineData(SignInScene.OAuth2)]
    public async Task SignIn_Approved_EndsAtTheModulesPage(string kind)
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        IPage? tab = null;

        ScriptResult result = await scene.SignInAsync(kind, async address => tab = await scene.DecideAsync(address, "Approve"));

        result.Clean();
        await scene.AssertSignedInAsync();
        Assert.Contains("Access granted", await tab!.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(scene.Log.Complaints);
    }

    [Theory]
    [InlineData(SignInScene.OAuth1)]
    [InlineData(SignInScene.OAuth2)]
    public async Task SignIn_Denied_GrantsNothing(string kind)
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        IPage? tab = null;

        ScriptResult result = await scene.SignInAsync(kind, async address => tab = await scene.DecideAsync(address, "Deny"));

        AssertError(result, "AuthorizationDenied");
        Assert.Empty(scene.Module.Run("Get-BitbucketSession").Clean());
        Assert.Contains("Nothing was granted", await tab!.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(scene.Log.Complaints);
    }

    [Theory]
    [InlineData(SignInScene.OAuth1)]
    [InlineData(SignInScene.OAuth2)]
    public async Task SignIn_KeyboardAlone_Approves(string kind)
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);

        ScriptResult result = await scene.SignInAsync(kind, async address =>
        {
            IPage tab = await scene.OpenAsync(address);
            await tab.Keyboard.PressAsync("Tab");
            await Assertions.Expect(tab.Locator("button:focus-visible")).ToHaveTextAsync("Approve");
            await tab.Keyboard.PressAsync("Enter");
            await SignInScene.ReachCallbackAsync(tab);
        });

        result.Clean();
        await scene.AssertSignedInAsync();
    }

    [Theory]
    [InlineData(SignInScene.OAuth1)]
    [InlineData(SignInScene.OAuth2)]
    public async Task SignIn_ApprovedByDoubleClick_EndsSignedIn(string kind)
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);

        ScriptResult result = await scene.SignInAsync(kind, async address =>
        {
            IPage tab = await scene.OpenAsync(address);
            await tab.GetByRole(AriaRole.Button, new() { Name = "Approve" }).DblClickAsync();
            await SignInScene.ReachCallbackAsync(tab);
        });

        result.Clean();
        await scene.AssertSignedInAsync();
    }

    [Fact]
    public async Task SignIn_TwoTabsOfOneRequestToken_OneSessionAndTheOtherTabSaysWhy()
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        IPage? second = null;

        ScriptResult result = await scene.SignInAsync(SignInScene.OAuth1, async address =>
        {
            second = await scene.OpenAsync(address);
            await scene.DecideAsync(address, "Approve");
            await SignInScene.PressAsync(second, "Approve");
            await Assertions.Expect(second.Locator("h1")).ToHaveTextAsync("Already answered");
        });

        result.Clean();
        await scene.AssertSignedInAsync();
    }

    // Each tab gets a code of its own; by the time the second one brings its, nobody listens any more.
    [Fact]
    public async Task SignIn_TwoTabsWithCodesOfTheirOwn_OneSessionAndOneCodeRedeemed()
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        IPage? second = null;

        ScriptResult result = await scene.SignInAsync(SignInScene.OAuth2, async address =>
        {
            second = await scene.OpenAsync(address);
            await scene.DecideAsync(address, "Approve");
        });
        TaskCompletionSource<string?> failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
        second!.RequestFailed += (_, request) => failure.TrySetResult(request.Failure);
        await SignInScene.PressAsync(second, "Approve");

        result.Clean();
        Assert.Equal("net::ERR_CONNECTION_REFUSED", await failure.Task);
        Assert.Single(scene.Sandbox.Server.Requests, request => request.Target.Contains("access_token", StringComparison.Ordinal));
        await scene.AssertSignedInAsync();
    }

    [Theory]
    [InlineData(SignInScene.OAuth1)]
    [InlineData(SignInScene.OAuth2)]
    public async Task SignIn_TabOfAnEarlierSignIn_IsIgnoredAndTheRealOneSucceeds(string kind)
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        string callback = $"http://127.0.0.1:{FreePort()}/callback";
        IPage? old = null;
        ScriptResult earlier = await scene.SignInAsync(kind, async address => old = await scene.OpenAsync(address), callback, seconds: 1);

        ScriptResult result = await scene.SignInAsync(
            kind,
            async address =>
            {
                await SignInScene.PressAsync(old!, "Approve");
                await Assertions.Expect(old!.Locator("h1")).ToHaveTextAsync("This was another sign-in");
                await scene.DecideAsync(address, "Approve");
            },
            callback);

        AssertError(earlier, "AuthorizationTimeout");
        result.Clean();
        await scene.AssertSignedInAsync();
    }

    [Theory]
    [InlineData(SignInScene.OAuth1)]
    [InlineData(SignInScene.OAuth2)]
    public async Task SignIn_CallbackReplayed_ReachesNobody(string kind)
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        IPage? tab = null;
        (await scene.SignInAsync(kind, async address => tab = await scene.DecideAsync(address, "Approve"))).Clean();

        PlaywrightException error = await Assert.ThrowsAsync<PlaywrightException>(() => tab!.ReloadAsync());

        Assert.Contains("ERR_CONNECTION_REFUSED", error.Message, StringComparison.Ordinal);
        await scene.AssertSignedInAsync();
    }

    private static void AssertError(ScriptResult result, string id)
        => Assert.StartsWith($"{id},", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
