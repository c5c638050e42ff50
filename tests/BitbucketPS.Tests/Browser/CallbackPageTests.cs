using Microsoft.Playwright;

namespace BitbucketPS.Tests.Browser;

/// <summary>What the pages of a sign-in load, hold and allow.</summary>
[Collection(BrowserTests.Name)]
public sealed class CallbackPageTests(Chromium chromium)
{
    [Theory]
    [InlineData(SignInScene.OAuth1, "Approve")]
    [InlineData(SignInScene.OAuth1, "Deny")]
    [InlineData(SignInScene.OAuth2, "Approve")]
    [InlineData(SignInScene.OAuth2, "Deny")]
    public async Task Pages_OfASignIn_AskThisMachineAloneAndHoldNoSecret(string kind, string button)
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        IPage? tab = null;

        await scene.SignInAsync(kind, async address => tab = await scene.DecideAsync(address, button));

        Assert.All(scene.Log.Requests, request => Assert.Equal("127.0.0.1", request.Host));
        Assert.Equal(2, scene.Log.Documents.Count);
        Assert.All(scene.Log.Documents, page =>
        {
            Assert.Contains("default-src 'none'", page.Headers["content-security-policy"], StringComparison.Ordinal);
            Assert.Equal("no-store", page.Headers["cache-control"]);
            Assert.Equal("no-referrer", page.Headers["referrer-policy"]);
        });
        Assert.Empty(scene.Log.Complaints);
        string page = await tab!.ContentAsync();
        Assert.Contains("</main>", page, StringComparison.Ordinal);
        Assert.All(ValuesOf(tab.Url), value => Assert.DoesNotContain(value, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallbackPage_OnAPhone_FitsAndFollowsTheScheme()
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        IPage? tab = null;
        await scene.SignInAsync(SignInScene.OAuth2, async address => tab = await scene.DecideAsync(address, "Deny"));

        await tab!.SetViewportSizeAsync(320, 640);
        string light = await GroundAsync(tab, ColorScheme.Light);
        string dark = await GroundAsync(tab, ColorScheme.Dark);

        Assert.Equal(["rgb(244, 245, 247)", "rgb(22, 26, 29)"], [light, dark]);
        Assert.InRange(await tab.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 320);
        Assert.Equal("Access not granted – BitbucketPS", await tab.TitleAsync());
    }

    private static async Task<string> GroundAsync(IPage tab, ColorScheme scheme)
    {
        await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
        return await tab.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
    }

    // The code, the state, the token, the verifier: whatever the server told the module by way of the browser.
    private static IEnumerable<string> ValuesOf(string address)
        => new Uri(address).Query.Split('&').Select(pair => Uri.UnescapeDataString(pair.Split('=')[1]));
}
