using System.Management.Automation;
using System.Net;
using System.Text.RegularExpressions;

namespace BitbucketPS.Tests.Hosting;

/// <summary>Somebody who is shown the address of the authorisation page, and does something about it.</summary>
internal sealed partial class Person : IDisposable
{
    private readonly HttpClient _browser = new();

    /// <summary>The page that the browser ended at.</summary>
    public string LastPage { get; private set; } = "";

    /// <summary>Runs a script; once it shows an address, the person acts.</summary>
    public static async Task<ScriptResult> RunAsync(ModuleRunspace module, string script, Func<Uri, Task> act)
    {
        TaskCompletionSource<Uri> shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using PowerShell powershell = module.Pipeline(script);
        powershell.Streams.Information.DataAdded += (_, e) =>
        {
            if (Address().Match(powershell.Streams.Information[e.Index].ToString()) is { Success: true } address)
            {
                shown.TrySetResult(new(address.Value));
            }
        };
        Task<ScriptResult> running = Task.Run(() => ModuleRunspace.Collect(powershell), TestContext.Current.CancellationToken);
        if (await Task.WhenAny(shown.Task, running) == shown.Task)
        {
            await act(await shown.Task);
        }

        return await running;
    }

    public Task ApproveAsync(Uri address) => DecideAsync(address, "approve");

    public Task DenyAsync(Uri address) => DecideAsync(address, "deny");

    /// <summary>Where the browser would be sent, without following it.</summary>
    public static async Task<Uri> ApproveWithoutFollowingAsync(Uri address)
    {
        using HttpClient still = new(new HttpClientHandler { AllowAutoRedirect = false });
        using HttpResponseMessage response = await PostAsync(still, address, "approve");
        return response.Headers.Location!;
    }

    /// <summary>The verifier that the page shows where there is no callback.</summary>
    public async Task<string> ReadVerifierAsync(Uri address)
    {
        await ApproveAsync(address);
        return WebUtility.HtmlDecode(Verifier().Match(LastPage).Groups["code"].Value);
    }

    public async Task VisitAsync(string address)
    {
        using HttpResponseMessage response = await _browser.GetAsync(address, TestContext.Current.CancellationToken);
        LastPage = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _browser.Dispose();

    private async Task DecideAsync(Uri address, string decision)
    {
        using HttpResponseMessage response = await PostAsync(_browser, address, decision);
        LastPage = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, Uri address, string decision)
    {
        string page = await browser.GetStringAsync(address, TestContext.Current.CancellationToken);
        Dictionary<string, string> fields = Field().Matches(page).ToDictionary(
            field => WebUtility.HtmlDecode(field.Groups["name"].Value),
            field => WebUtility.HtmlDecode(field.Groups["value"].Value),
            StringComparer.Ordinal);
        fields["decision"] = decision;
        Uri action = new(address, WebUtility.HtmlDecode(Action().Match(page).Groups["action"].Value));
        using FormUrlEncodedContent form = new(fields);
        return await browser.PostAsync(action, form, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"http://\S+/(authenticate|authorize)\?\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("""action="(?<action>[^"]*)"[^>]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("""id="oauth_verifier">(?<code>[^<]*)<""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Verifier();
}
