using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class OAuthFlowTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Branches = "/2.0/repositories/demo/website/refs/branches";

    [Theory]
    [InlineData("HMAC-SHA1")]
    [InlineData("HMAC-SHA256")]
    [InlineData("RSA-SHA1")]
    [InlineData("RSA-SHA256")]
    [InlineData("PLAINTEXT")]
    public async Task Three_legs_end_in_a_session_for_every_method(string method)
    {
        Signer signer = await sandbox.SignInAsync(method);

        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", signer.Header("GET", sandbox.Origin + "/2.0/user"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Dana Demo", (string?)answer.Json["display_name"]);
        Assert.Equal("oauth1", answer.Headers.GetValues("X-Credential-Type").Single());
    }

    [Theory]
    [InlineData("HMAC-SHA1", false)]
    [InlineData("RSA-SHA256", true)]
    public async Task Two_legs_act_as_the_owner(string method, bool sendsEmptyToken)
    {
        Signer signer = sandbox.Signer(method);
        if (sendsEmptyToken)
        {
            signer = signer.With("oauth_token", "");
        }

        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", signer.Header("GET", sandbox.Origin + "/2.0/user"));

        Assert.Equal("demo", (string?)answer.Json["username"]);
    }

    [Fact]
    public async Task Request_token_confirms_the_callback()
    {
        Answer answer = await sandbox.RequestTokenAsync(sandbox.Signer(), "http://localhost:8976/");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/x-www-form-urlencoded", answer.MediaType);
        Assert.Equal("true", answer.Form["oauth_callback_confirmed"]);
        Assert.NotEmpty(answer.Form["oauth_token"]);
        Assert.NotEmpty(answer.Form["oauth_token_secret"]);
    }

    [Fact]
    public async Task Parameters_may_come_in_the_form_body()
    {
        IReadOnlyList<(string, string)> sent = sandbox.Signer().With("oauth_callback", "oob")
            .Sign("POST", sandbox.Origin + "/1.0/oauth/request_token");

        Answer answer = await sandbox.SendAsync("POST", "/1.0/oauth/request_token", content: SandboxFixture.Form(Signer.ToForm(sent)));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Parameters_may_come_in_the_query_and_stay_out_of_the_links()
    {
        IReadOnlyList<(string, string)> sent = sandbox.Signer().Sign("GET", sandbox.Origin + Branches, ("pagelen", "3"));

        Answer answer = await sandbox.SendAsync("GET", $"{Branches}?pagelen=3&{Signer.ToForm(sent)}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal($"{sandbox.Origin}{Branches}?pagelen=3&page=2", (string?)answer.Json["next"]);
        Assert.DoesNotContain(sandbox.Server.Requests, request => request.Target.Contains(sandbox.Server.Consumer.Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/2.0/repositories/demo?q=name%20~%20%22w%22", "q", "name ~ \"w\"")]
    [InlineData("/2.0/repositories/demo?q=name+~+%22w%22", "q", "name ~ \"w\"")]
    [InlineData("/2.0/repositories/demo?q=name~%22gr%C3%B6%C3%9Fe%2B%22", "q", "name~\"größe+\"")]
    [InlineData("/2.0/repositories/demo?q=name~%22o%cc%88%22", "q", "name~\"o\u0308\"")]
    public async Task Query_is_decoded_before_it_is_signed(string target, string name, string value)
    {
        string header = sandbox.Signer().Header("GET", sandbox.Origin + "/2.0/repositories/demo", (name, value));

        Answer answer = await sandbox.SendAsync("GET", target, header);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Unicode_forms_are_not_interchangeable()
    {
        string header = sandbox.Signer().Header("GET", sandbox.Origin + "/2.0/repositories/demo", ("q", "name~\"\u00f6\""));

        Answer answer = await sandbox.SendAsync("GET", "/2.0/repositories/demo?q=name~%22o%CC%88%22", header);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Theory]
    [InlineData("localhost", "http://localhost/2.0/user")]
    [InlineData("LOCALHOST:80", "http://localhost/2.0/user")]
    [InlineData("LocalHost:8080", "http://localhost:8080/2.0/user")]
    public async Task Base_string_takes_the_host_that_was_asked(string host, string address)
    {
        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", sandbox.Signer().Header("GET", address), host: host);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Scheme_of_the_header_is_case_insensitive()
    {
        string header = sandbox.Signer().Header("GET", sandbox.Origin + "/2.0/user");

        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", string.Concat("oauth", header.AsSpan(5)));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Plus_sign_in_the_header_is_a_plus_sign()
    {
        string header = (sandbox.Signer() with { Nonce = "a+b" }).Header("GET", sandbox.Origin + "/2.0/user");

        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", header.Replace("a%2Bb", "a+b", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(", ")]
    [InlineData(", oauth_nonce")]
    [InlineData(" oauth_nonce=\"1\"")]
    public async Task Header_that_is_cut_or_glued_is_refused(string rest)
    {
        string header = sandbox.Signer().Header("GET", sandbox.Origin + "/2.0/user");

        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", header + rest);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task Json_body_is_not_signed()
    {
        string target = "/2.0/repositories/demo/api/refs/branches";
        using StringContent body = new("""{"name":"signed-post","target":{"hash":"main"}}""", System.Text.Encoding.UTF8, "application/json");

        Answer answer = await sandbox.SendAsync("POST", target, sandbox.Signer().Header("POST", sandbox.Origin + target), body);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    [Fact]
    public async Task Dates_follow_the_clock_of_the_server()
    {
        Answer answer = await sandbox.GetAsync("/2.0/user");

        Assert.Equal(sandbox.Clock.GetUtcNow().ToUnixTimeSeconds(), answer.Headers.Date!.Value.ToUnixTimeSeconds());
    }
}
