using System.Net;
using System.Text.RegularExpressions;
using BitbucketPS.Authorization;
using BitbucketPS.Http;

namespace BitbucketPS;

/// <summary>
/// The demo person of the sandbox: fetches the authorisation page as a browser would, presses Approve in its form, and
/// follows the redirect to the callback.
/// </summary>
internal sealed partial class SandboxPerson : IBrowser
{
    /// <inheritdoc />
    public async Task OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using HttpMessageInvoker browser = Pipeline.BuildUnsigned();
            string page = await FetchAsync(browser, new(HttpMethod.Get, address), cancellationToken).ConfigureAwait(false);
            using HttpRequestMessage approval = Approve(address, page);
            await FetchAsync(browser, approval, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new BitbucketSignInException(BitbucketErrorKind.BrowserFailed, $"The sandbox's authorisation page failed. {e.Message}", e);
        }
    }

    private static async Task<string> FetchAsync(HttpMessageInvoker browser, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await browser.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
    }

    private static HttpRequestMessage Approve(Uri address, string page)
    {
        Match form = Form().Match(page);
        if (!form.Success)
        {
            throw new BitbucketSignInException(BitbucketErrorKind.BrowserFailed, "The sandbox's authorisation page has no form.");
        }

        IEnumerable<KeyValuePair<string, string>> fields = HiddenField().Matches(form.Value)
            .Select(field => KeyValuePair.Create(Text(field.Groups["name"]), Text(field.Groups["value"])));
        return new(HttpMethod.Post, new Uri(address, Text(form.Groups["action"])))
        {
            Content = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("decision", "approve")]),
        };
    }

    private static string Text(Group group) => WebUtility.HtmlDecode(group.Value);

    [GeneratedRegex("""<form\b[^>]*\baction="(?<action>[^"]*)".*?</form>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("""<input\b[^>]*\btype="hidden"[^>]*\bname="(?<name>[^"]*)"[^>]*\bvalue="(?<value>[^"]*)"[^>]*>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();
}
