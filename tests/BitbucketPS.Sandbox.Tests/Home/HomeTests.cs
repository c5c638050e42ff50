using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public sealed class HomeTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task First_page_says_how_to_connect_and_who_there_is()
    {
        Answer page = await sandbox.SendAsync("GET", "/");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.MediaType));
        Assert.All(
            new[] { sandbox.Origin, sandbox.Server.Consumer.Key, sandbox.Server.ApiToken.Token, "Connect-Bitbucket -ApiToken", "stranger@example.org", "/workspaces/demo" },
            text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(sandbox.Server.ControlSecret, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_of_everybody_signs_in()
    {
        string page = (await sandbox.SendAsync("GET", "/")).Text;
        string row = page.Split("<tr>").Single(part => part.Contains("<code>asha@example.org</code>", StringComparison.Ordinal));
        string token = row[row.IndexOf("ATATT", StringComparison.Ordinal)..].Split('<')[0];

        Answer user = await sandbox.SendAsync("GET", "/2.0/user", SandboxFixture.BasicHeader("asha@example.org", token));

        Assert.Equal("asha", (string?)user.Json["username"]);
    }

    [Fact]
    public async Task Last_requests_are_there_with_what_was_wrong_and_nothing_of_them_is_html()
    {
        await sandbox.SendAsync("POST", "/2.0/repositories/demo/api/refs/branches", sandbox.Bearer, SandboxFixture.Json("""{"<b>bold":1}"""));
        string page = (await sandbox.SendAsync("GET", "/")).Text;

        Assert.Contains("&lt;b&gt;bold", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>bold", page, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Server.Requests, request => request.Target is "/");
    }

    [Fact]
    public async Task Repositories_branches_and_pull_requests_can_be_looked_at()
    {
        Answer workspace = await sandbox.SendAsync("GET", "/workspaces/demo");
        Answer repository = await sandbox.SendAsync("GET", "/workspaces/demo/api");

        Assert.Contains("href=\"/workspaces/demo/api\"", workspace.Text, StringComparison.Ordinal);
        Assert.All(
            new[] { "release/2.1", "main branch", "Try GraphQL", "declined", "feature/rate-limits" },
            text => Assert.Contains(text, repository.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/workspaces/nobody")]
    [InlineData("/workspaces/demo/nothing")]
    [InlineData("/workspaces/demo/api/more")]
    [InlineData("/workspaces/%FF")]
    [InlineData("/workspaces/%3Cb%3E")]
    public async Task What_is_not_there_is_told_as_a_page(string target)
    {
        Answer page = await sandbox.SendAsync("GET", target);

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.Status, page.MediaType));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nothing_can_be_sent_to_it(string method)
        => Assert.Equal(HttpStatusCode.MethodNotAllowed, (await sandbox.SendAsync(method, "/", content: SandboxFixture.Form("a=b"))).Status);

    [Fact]
    public async Task Other_pages_can_neither_frame_nor_read_it()
    {
        Answer page = await sandbox.SendAsync("GET", "/");

        Assert.Equal("DENY", page.Header("X-Frame-Options"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("default-src 'none'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(421, (int)(await sandbox.SendAsync("GET", "/", host: "evil.example.org")).Status);
    }

    [Theory]
    [InlineData("cross-site", "no-cors", 403)]
    [InlineData("same-site", "cors", 403)]
    [InlineData("cross-site", "navigate", 200)]
    [InlineData("none", "navigate", 200)]
    public async Task Only_a_person_opens_it_from_elsewhere(string site, string mode, int status)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, sandbox.Server.BaseAddress);
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        using HttpClient http = new();
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
    }
}
