using System.Globalization;
using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class OAuthRefusalTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Callback = "http://localhost:8976/";

    [Theory]
    [InlineData("oauth_consumer_key")]
    [InlineData("oauth_signature_method")]
    [InlineData("oauth_timestamp")]
    [InlineData("oauth_nonce")]
    [InlineData("oauth_signature")]
    public async Task Missing_parameter_is_named(string name)
    {
        Answer answer = await RequestAsync(sandbox.Signer().With(name, null));

        AssertProblem(answer, "parameter_absent");
        Assert.Equal(name, answer.Form["oauth_parameters_absent"]);
    }

    [Fact]
    public async Task Missing_callback_is_named()
    {
        Answer answer = await sandbox.RequestTokenAsync(sandbox.Signer(), callback: null);

        AssertProblem(answer, "parameter_absent");
        Assert.Equal("oauth_callback", answer.Form["oauth_parameters_absent"]);
    }

    [Fact]
    public async Task Nothing_signed_is_a_missing_key()
        => AssertProblem(await sandbox.SendAsync("POST", "/1.0/oauth/request_token"), "parameter_absent");

    [Theory]
    [InlineData("oauth_signature_method", "HMAC-MD5", "signature_method_rejected")]
    [InlineData("oauth_signature_method", "hmac-sha1", "signature_method_rejected")]
    [InlineData("oauth_consumer_key", "nobody", "consumer_key_unknown")]
    [InlineData("oauth_version", "2.0", "version_rejected")]
    [InlineData("oauth_version", "", "version_rejected")]
    [InlineData("oauth_timestamp", "tomorrow", "timestamp_refused")]
    [InlineData("oauth_timestamp", "-1", "timestamp_refused")]
    [InlineData("oauth_signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "signature_invalid")]
    [InlineData("oauth_signature", "not base64!", "signature_invalid")]
    [InlineData("oauth_verifier", "123", "parameter_rejected")]
    [InlineData("oauth_surprise", "1", "parameter_rejected")]
    public async Task Wrong_parameter_is_refused(string name, string value, string problem)
        => AssertProblem(await RequestAsync(sandbox.Signer().With(name, value)), problem);

    [Theory]
    [InlineData("nowhere")]
    [InlineData("/relative")]
    [InlineData("http://localhost:1/#fragment")]
    [InlineData("http://localhost:1/\r\nSet-Cookie: a=b")]
    [InlineData("http://localhost:1/ü")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public async Task Callback_must_be_oob_or_an_absolute_address(string callback)
        => AssertProblem(await sandbox.RequestTokenAsync(sandbox.Signer(), callback), "parameter_rejected");

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task Timestamps_are_good_for_five_minutes_either_way(int seconds, bool isGood)
    {
        long now = sandbox.Clock.GetUtcNow().ToUnixTimeSeconds();

        Answer answer = await RequestAsync(sandbox.Signer() with { Timestamp = now + seconds });

        if (isGood)
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            return;
        }

        AssertProblem(answer, "timestamp_refused");
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{now - 300}-{now + 300}"), answer.Form["oauth_acceptable_timestamps"]);
    }

    [Fact]
    public async Task Nonce_is_good_once_for_its_timestamp()
    {
        Signer first = sandbox.Signer();
        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(first)).Status);

        AssertProblem(await RequestAsync(first), "nonce_used");
        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(first with { Timestamp = first.Timestamp + 1 })).Status);
    }

    [Fact]
    public async Task Wrong_signature_does_not_use_up_the_nonce()
    {
        Signer right = sandbox.Signer();

        AssertProblem(await RequestAsync(right with { ConsumerSecret = "wrong" }), "signature_invalid");

        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(right)).Status);
    }

    [Fact]
    public async Task Rsa_signature_of_another_key_is_refused()
    {
        using System.Security.Cryptography.RSA other = System.Security.Cryptography.RSA.Create(2048);

        AssertProblem(await RequestAsync(sandbox.Signer("RSA-SHA1") with { PrivateKey = other }), "signature_invalid");
    }

    [Fact]
    public async Task Parameter_that_comes_twice_is_refused()
    {
        IReadOnlyList<(string, string)> sent = sandbox.Signer().With("oauth_callback", "oob")
            .Sign("POST", sandbox.Origin + "/1.0/oauth/request_token");
        string header = Signer.ToHeader([.. sent, ("oauth_nonce", "again")]);

        AssertProblem(await sandbox.SendAsync("POST", "/1.0/oauth/request_token", header), "parameter_rejected");
    }

    [Fact]
    public async Task Parameters_in_two_places_are_refused()
    {
        string header = sandbox.Signer().Header("POST", sandbox.Origin + "/1.0/oauth/request_token");

        Answer answer = await sandbox.SendAsync("POST", "/1.0/oauth/request_token?oauth_callback=oob", header);

        AssertProblem(answer, "parameter_rejected");
    }

    [Fact]
    public async Task Signed_form_that_was_changed_is_refused()
    {
        Signer signer = sandbox.Signer().With("oauth_callback", "oob");
        string header = signer.Header("POST", sandbox.Origin + "/1.0/oauth/request_token", ("a", "1"));

        Answer answer = await sandbox.SendAsync("POST", "/1.0/oauth/request_token", header, SandboxFixture.Form("a=2"));

        AssertProblem(answer, "signature_invalid");
    }

    [Fact]
    public async Task Request_token_is_good_once_and_only_with_its_verifier()
    {
        (Signer signer, string verifier) = await ApprovedAsync();

        AssertProblem(await sandbox.AccessTokenAsync(Again(signer), "0000000000"), "verifier_invalid");
        Assert.Equal(HttpStatusCode.OK, (await sandbox.AccessTokenAsync(Again(signer), verifier)).Status);
        AssertProblem(await sandbox.AccessTokenAsync(Again(signer), verifier), "token_used");
    }

    [Fact]
    public async Task Verifier_is_required()
    {
        (Signer signer, string _) = await ApprovedAsync();

        Answer answer = await sandbox.AccessTokenAsync(signer, "");

        AssertProblem(answer, "parameter_absent");
        Assert.Equal("oauth_verifier", answer.Form["oauth_parameters_absent"]);
    }

    [Fact]
    public async Task Undecided_token_cannot_be_exchanged()
        => AssertProblem(await sandbox.AccessTokenAsync(await TemporaryAsync(), "0"), "permission_unknown");

    [Fact]
    public async Task Denied_token_cannot_be_exchanged()
    {
        Signer signer = await TemporaryAsync();
        await sandbox.DecideAsync(signer.Token, "deny");

        AssertProblem(await sandbox.AccessTokenAsync(signer, "0"), "permission_denied");
    }

    [Fact]
    public async Task Unknown_token_is_refused()
        => AssertProblem(await sandbox.AccessTokenAsync(sandbox.Signer() with { Token = "nobody" }, "0"), "token_rejected");

    [Fact]
    public async Task Request_token_is_no_access_token()
    {
        (Signer signer, string _) = await ApprovedAsync();

        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", signer.Header("GET", sandbox.Origin + "/2.0/user"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("oauth_problem=\"token_rejected\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal("error", (string?)answer.Json["type"]);
    }

    [Fact]
    public async Task Get_is_no_way_to_ask_for_a_token()
    {
        Answer answer = await sandbox.SendAsync("GET", "/1.0/oauth/request_token");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
    }

    [Fact]
    public async Task Oauth_beside_another_credential_is_refused()
    {
        IReadOnlyList<(string, string)> sent = sandbox.Signer().Sign("GET", sandbox.Origin + "/2.0/user");

        Answer answer = await sandbox.SendAsync("GET", "/2.0/user?" + Signer.ToForm(sent), sandbox.Bearer);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    private static Signer Again(Signer signer) => signer with { Nonce = Guid.NewGuid().ToString("N") };

    private static void AssertProblem(Answer answer, string problem)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("application/x-www-form-urlencoded", answer.MediaType);
        Assert.Equal(problem, answer.Form["oauth_problem"]);
        Assert.StartsWith("OAuth realm=\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    private Task<Answer> RequestAsync(Signer signer) => sandbox.RequestTokenAsync(signer, Callback);

    private async Task<Signer> TemporaryAsync()
    {
        IReadOnlyDictionary<string, string> form = (await sandbox.RequestTokenAsync(sandbox.Signer())).Form;
        return sandbox.Signer() with { Token = form["oauth_token"], TokenSecret = form["oauth_token_secret"] };
    }

    private async Task<(Signer Signer, string Verifier)> ApprovedAsync()
    {
        Signer signer = await TemporaryAsync();
        Answer page = await sandbox.DecideAsync(signer.Token, "approve");
        return (signer, HtmlForm.Verifier(page.Text));
    }
}
