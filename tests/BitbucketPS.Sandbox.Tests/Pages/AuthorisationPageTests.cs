using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class AuthorisationPageTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Page = "/1.0/oauth/authenticate";

    [Fact]
    public async Task Page_asks_with_one_form_and_two_buttons()
    {
        string token = await TokenAsync("http://localhost:8976/");

        Answer page = await sandbox.SendAsync("GET", $"{Page}?oauth_token={token}");

        HtmlForm form = HtmlForm.Parse(page.Text);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("text/html", page.MediaType);
        Assert.Equal("post", form.Method);
        Assert.Contains(("oauth_token", token), form.Hidden);
        Assert.Equal([("decision", "approve"), ("decision", "deny")], form.Buttons);
        Assert.Contains("Dana Demo", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Page_is_locked_down()
    {
        Answer page = await sandbox.SendAsync("GET", $"{Page}?oauth_token={await TokenAsync("http://localhost:8976/?dump")}");

        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http://localhost:8976;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", page.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("http://localhost:8976/?dump", "http://localhost:8976/?dump&oauth_token=")]
    [InlineData("http://localhost:8976/", "http://localhost:8976/?oauth_token=")]
    [InlineData("http://localhost:8976/?", "http://localhost:8976/?oauth_token=")]
    [InlineData("http://localhost:8976/a?b=c%20d&e", "http://localhost:8976/a?b=c%20d&e&oauth_token=")]
    public async Task Approval_goes_to_the_callback_and_keeps_its_query(string callback, string expectedStart)
    {
        string token = await TokenAsync(callback);

        Answer answer = await sandbox.DecideAsync(token, "approve");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        string location = answer.Headers.GetValues("Location").Single();
        Assert.StartsWith($"{expectedStart}{token}&oauth_verifier=", location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denial_goes_to_the_callback_too()
    {
        string token = await TokenAsync("http://localhost:8976/?dump");

        Answer answer = await sandbox.DecideAsync(token, "deny");

        Assert.Equal(
            $"http://localhost:8976/?dump&oauth_token={token}&oauth_problem=permission_denied",
            answer.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task Denial_without_callback_is_a_page()
    {
        Answer page = await sandbox.DecideAsync(await TokenAsync("oob"), "deny");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("denied", page.Text, StringComparison.Ordinal);
        Assert.Empty(HtmlForm.Verifier(page.Text));
    }

    [Fact]
    public async Task Second_answer_is_refused()
    {
        string token = await TokenAsync("http://localhost:8976/");
        HtmlForm form = HtmlForm.Parse((await sandbox.SendAsync("GET", $"{Page}?oauth_token={token}")).Text);
        await PostAsync(form.Submit("decision", "deny"));

        Answer again = await PostAsync(form.Submit("decision", "approve"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.False(again.Headers.Contains("Location"));
    }

    [Theory]
    [InlineData("oauth_token={0}&decision=approve")]
    [InlineData("oauth_token={0}&form_token=guessed&decision=approve")]
    public async Task Forged_answer_is_refused(string body)
    {
        string token = await TokenAsync("http://localhost:8976/");

        Answer answer = await PostAsync(body.Replace("{0}", token, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Answer page = await sandbox.SendAsync("GET", $"{Page}?oauth_token={token}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?oauth_token=nobody", HttpStatusCode.NotFound)]
    [InlineData("?oauth_token=a&oauth_token=b", HttpStatusCode.BadRequest)]
    [InlineData("?oauth_token=%3Cscript%3E", HttpStatusCode.NotFound)]
    public async Task Address_that_asks_nothing_says_so(string query, HttpStatusCode status)
    {
        Answer page = await sandbox.SendAsync("GET", Page + query);

        Assert.Equal(status, page.Status);
        Assert.Equal("text/html", page.MediaType);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
    }

    private Task<Answer> PostAsync(string form) => sandbox.SendAsync("POST", Page, content: SandboxFixture.Form(form));

    private async Task<string> TokenAsync(string callback)
        => (await sandbox.RequestTokenAsync(sandbox.Signer(), callback)).Form["oauth_token"];
}
