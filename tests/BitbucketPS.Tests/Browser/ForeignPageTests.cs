using BitbucketPS.Tests.Hosting;
using Microsoft.Playwright;

namespace BitbucketPS.Tests.Browser;

/// <summary>A page of somebody else's reaches for the callback while a sign-in waits.</summary>
[Collection(BrowserTests.Name)]
public sealed class ForeignPageTests(Chromium chromium)
{
    // Even with the right state, which nobody else should know: who was not sent there by a navigation does not count.
    [Theory]
    [InlineData("address => { fetch(address, { mode: 'no-cors' }); }", 403)]
    [InlineData("address => { document.body.append(Object.assign(new Image(), { src: address })); }", 403)]
    [InlineData("address => { document.body.append(Object.assign(document.createElement('iframe'), { src: address })); }", 403)]
    [InlineData("address => { document.body.append(Object.assign(document.createElement('script'), { src: address })); }", 403)]
    [InlineData("address => { navigator.sendBeacon(address); }", 405)]
    [InlineData(
        "address => { const form = document.createElement('form'); form.method = 'post'; form.action = address; document.body.append(form); form.submit(); }",
        405)]
    public async Task Callback_FromAForeignPage_IsRefusedAndTheRealOneSucceeds(string script, int status)
    {
        await using ForeignSite site = await ForeignSite.StartAsync();
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        int seen = 0;

        ScriptResult result = await scene.SignInAsync(SignInScene.OAuth2, async address =>
        {
            IPage tab = await scene.OpenAsync(site.Address);
            string denial = CallbackOf(address, QueryOf(address, "state"));
            IResponse response = await tab.RunAndWaitForResponseAsync(() => tab.EvaluateAsync(script, denial), denial);
            seen = response.Status;
            await scene.DecideAsync(address, "Approve");
        });

        Assert.Equal(status, seen);
        result.Clean();
        await scene.AssertSignedInAsync();
    }

    [Fact]
    public async Task Callback_ForgedStateByNavigation_IsIgnoredAndTheRealOneSucceeds()
    {
        await using ForeignSite site = await ForeignSite.StartAsync();
        await using SignInScene scene = await SignInScene.SetAsync(chromium);

        ScriptResult result = await scene.SignInAsync(SignInScene.OAuth2, async address =>
        {
            IPage tab = await scene.OpenAsync(site.Address);
            await tab.EvaluateAsync("address => { location = address; }", CallbackOf(address, "forged"));
            await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync("This was another sign-in");
            await scene.DecideAsync(address, "Approve");
        });

        result.Clean();
        await scene.AssertSignedInAsync();
    }

    [Fact]
    public async Task Callback_UnderANameThatWasMadeToPointHere_IsRefusedAndTheRealOneSucceeds()
    {
        await using SignInScene scene = await SignInScene.SetAsync(chromium);
        int seen = 0;

        ScriptResult result = await scene.SignInAsync(SignInScene.OAuth2, async address =>
        {
            UriBuilder rebound = new(CallbackOf(address, QueryOf(address, "state"))) { Host = Chromium.ForeignHost };
            IPage tab = await scene.NewTabAsync();
            IResponse response = await tab.RunAndWaitForResponseAsync(
                () => tab.EvaluateAsync("address => { location = address; }", rebound.Uri.AbsoluteUri),
                rebound.Uri.AbsoluteUri);
            seen = response.Status;
            await scene.DecideAsync(address, "Approve");
        });

        Assert.Equal(400, seen);
        result.Clean();
        await scene.AssertSignedInAsync();
    }

    private static string CallbackOf(Uri address, string state) => $"{QueryOf(address, "redirect_uri")}?error=access_denied&state={state}";

    private static string QueryOf(Uri address, string name) => Uri.UnescapeDataString(
        address.Query.TrimStart('?').Split('&').Single(pair => pair.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..]);
}
