using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Who may answer the page, and how often.</summary>
public class AuthoriseDecisionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private OAuth2Client Client => new(sandbox);

    [Theory]
    [InlineData("")]
    [InlineData("&form_token=")]
    [InlineData("&form_token=guessed")]
    public async Task Forged_answer_is_refused_and_decides_nothing(string token)
    {
        HtmlForm form = await FormAsync();

        Answer forged = await Client.PostDecisionAsync($"request={Hidden(form, "request")}&decision=approve{token}");

        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Assert.False(forged.Headers.Contains("Location"));
        Assert.Equal(HttpStatusCode.Redirect, (await Client.PostDecisionAsync(form.Submit("decision", "approve"))).Status);
    }

    [Fact]
    public async Task Form_token_of_another_request_is_refused()
    {
        HtmlForm mine = await FormAsync();
        HtmlForm yours = await FormAsync();

        Answer answer = await Client.PostDecisionAsync(
            $"request={Hidden(yours, "request")}&form_token={Hidden(mine, "form_token")}&decision=approve");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.Redirect)]
    public async Task Browser_says_where_an_answer_comes_from(string site, HttpStatusCode status)
    {
        HtmlForm form = await FormAsync();
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(sandbox.Server.BaseAddress, form.Action));
        request.Content = SandboxFixture.Form(form.Submit("decision", "approve"));
        request.Headers.Add("Sec-Fetch-Site", site);

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("approve", "deny")]
    [InlineData("deny", "approve")]
    [InlineData("approve", "approve")]
    public async Task Second_answer_is_refused(string first, string second)
    {
        HtmlForm form = await FormAsync();
        await Client.PostDecisionAsync(form.Submit("decision", first));

        Answer again = await Client.PostDecisionAsync(form.Submit("decision", second));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.False(again.Headers.Contains("Location"));
    }

    [Theory]
    [InlineData("decision=approve&form_token=x", HttpStatusCode.BadRequest)]
    [InlineData("request=nobody&decision=approve", HttpStatusCode.NotFound)]
    public async Task Answer_to_no_question_says_so(string form, HttpStatusCode status)
        => Assert.Equal(status, (await Client.PostDecisionAsync(form)).Status);

    [Fact]
    public async Task Answer_that_is_neither_decides_nothing()
    {
        HtmlForm form = await FormAsync();

        Answer answer = await Client.PostDecisionAsync(form.Submit("decision", "deny").Replace("decision=deny", "decision=maybe", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await Client.PostDecisionAsync(form.Submit("decision", "deny"))).Status);
    }

    private async Task<HtmlForm> FormAsync() => HtmlForm.Parse((await Client.AuthoriseAsync()).Text);

    private static string Hidden(HtmlForm form, string name) => form.Hidden.Single(field => string.Equals(field.Name, name, StringComparison.Ordinal)).Value;
}
