using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class AuthorisePageTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string State = "st 1&ü";

    private OAuth2Client Client => new(sandbox);

    [Fact]
    public async Task Page_names_the_person_the_application_and_what_it_may_do()
    {
        Answer page = await Client.AuthoriseAsync(("scope", "repository account"));

        HtmlForm form = HtmlForm.Parse(page.Text);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(("post", "/site/oauth2/authorize"), (form.Method, form.Action));
        Assert.Equal([("decision", "approve"), ("decision", "deny")], form.Buttons);
        Assert.Contains("Dana Demo", page.Text, StringComparison.Ordinal);
        Assert.Contains("Your script will be able to", page.Text, StringComparison.Ordinal);
        Assert.Contains("Read your account <code>account</code>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<code>repository</code>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>repository:write</code>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_without_scope_shows_all_that_the_consumer_has()
    {
        Answer page = await Client.AuthoriseAsync();

        Assert.All(new SandboxOptions().ConsumerScopes, scope => Assert.Contains($"<code>{scope}</code>", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_is_locked_down_and_holds_no_secret()
    {
        Answer page = await Client.AuthoriseAsync(("code_challenge", OAuth2Client.Challenge("v")), ("code_challenge_method", "S256"));

        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Matches("^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http://127.0.0.1:8976; base-uri 'none'; frame-ancestors 'none'$", policy);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("st 1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Server.Consumer.Secret, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_gives_a_code_and_the_state_back()
    {
        Answer answer = await Client.DecideAsync("approve");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith(OAuth2Client.Callback + "?code=", answer.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(State, OAuth2Client.Parameter(answer.Location, "state"));
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Denial_says_so_and_gives_the_state_back()
    {
        Answer answer = await Client.DecideAsync("deny");

        Assert.Equal($"{OAuth2Client.Callback}?error=access_denied&state=st%201%26%C3%BC", answer.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task State_that_was_not_sent_does_not_come_back()
    {
        Answer answer = await Client.DecideAsync("deny", ("state", null));

        Assert.Equal(OAuth2Client.Callback + "?error=access_denied", answer.Headers.GetValues("Location").Single());
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "code token", "unsupported_response_type")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("scope", "repository surprise", "invalid_scope")]
    [InlineData("scope", "Repository", "invalid_scope")]
    [InlineData("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "invalid_request")]
    [InlineData("code_challenge_method", "S256", "invalid_request")]
    public async Task Request_that_is_wrong_goes_back_with_the_state(string name, string? value, string error)
    {
        Answer answer = await Client.AuthoriseAsync((name, value));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith(OAuth2Client.Callback + "?", answer.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(error, OAuth2Client.Parameter(answer.Location, "error"));
        Assert.Equal(State, OAuth2Client.Parameter(answer.Location, "state"));
    }

    [Theory]
    [InlineData("plain", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")]
    [InlineData("s256", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")]
    [InlineData("S256", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=")]
    [InlineData("S256", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM")]
    [InlineData("S256", "")]
    public async Task Challenge_is_a_hash_or_refused(string method, string challenge)
    {
        Answer answer = await Client.AuthoriseAsync(("code_challenge", challenge), ("code_challenge_method", method));

        Assert.Equal("invalid_request", OAuth2Client.Parameter(answer.Location, "error"));
    }

    [Theory]
    [InlineData("client_id", "nobody", "Invalid client_id")]
    [InlineData("client_id", null, "Invalid client_id")]
    [InlineData("redirect_uri", "http://evil.example/", "Invalid redirect_uri")]
    [InlineData("redirect_uri", "", "Invalid redirect_uri")]
    public async Task Stranger_is_told_by_a_page_and_sent_nowhere(string name, string? value, string title)
    {
        Answer page = await Client.AuthoriseAsync((name, value));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains($"<h1>{title}</h1>", page.Text, StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Location"));
    }

    [Fact]
    public async Task Parameter_that_comes_twice_is_told_by_a_page()
    {
        Answer page = await sandbox.SendAsync("GET", $"/site/oauth2/authorize?client_id={sandbox.Server.Consumer.Key}&state=a&state=b");

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (page.Status, page.MediaType));
        Assert.False(page.Headers.Contains("Location"));
    }

    [Theory]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", HttpStatusCode.BadRequest)]
    public async Task Other_requests_are_told_by_a_page(string method, HttpStatusCode status)
    {
        Answer page = await sandbox.SendAsync(method, "/site/oauth2/authorize");

        Assert.Equal((status, "text/html"), (page.Status, page.MediaType));
    }
}
