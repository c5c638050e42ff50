using BitbucketPS.Tests.Hosting;
using Microsoft.Playwright;

namespace BitbucketPS.Tests.Browser;

/// <summary>The page of the sandbox as a person sees it.</summary>
[Collection(BrowserTests.Name)]
public sealed class SandboxPageTests(Chromium chromium)
{
    [Theory]
    [InlineData(400)]
    [InlineData(1280)]
    public async Task FirstPage_AfterALongRequest_FitsAndShowsWhatWasWrong(int width)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using HttpClient http = new();
        using HttpResponseMessage refused = await http.GetAsync(
            new Uri(sandbox.Server.BaseAddress, $"/2.0/nowhere?q={new string('x', 400)}"), TestContext.Current.CancellationToken);
        IBrowserContext context = await chromium.NewContextAsync();
        IPage tab = await context.NewPageAsync();
        await tab.SetViewportSizeAsync(width, 800);

        await tab.GotoAsync($"{sandbox.Server.BaseAddress}");

        Assert.InRange(await tab.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, width);
        int table = await tab.EvaluateAsync<int>("Array.from(document.querySelectorAll('.scroll')).at(-1).scrollWidth");
        Assert.InRange(table, 0, Math.Max(width, 800));
        Assert.Empty(await tab.QuerySelectorAllAsync("script, img"));
        await context.CloseAsync();
    }
}
