using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What the clock and a revocation end: with a sandbox of its own for each test, since both reach every token.</summary>
public sealed class OAuthLifetimeTests : IAsyncLifetime
{
    private readonly SandboxFixture _sandbox = new();

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Approved_request_token_expires_after_ten_minutes()
    {
        IReadOnlyDictionary<string, string> form = (await _sandbox.RequestTokenAsync(_sandbox.Signer())).Form;
        Answer page = await _sandbox.DecideAsync(form["oauth_token"], "approve");
        _sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        Signer signer = _sandbox.Signer() with { Token = form["oauth_token"], TokenSecret = form["oauth_token_secret"] };

        Answer answer = await _sandbox.AccessTokenAsync(signer, HtmlForm.Verifier(page.Text));

        Assert.Equal("token_expired", answer.Form["oauth_problem"]);
    }

    [Fact]
    public async Task Page_of_an_expired_request_says_so()
    {
        IReadOnlyDictionary<string, string> form = (await _sandbox.RequestTokenAsync(_sandbox.Signer())).Form;
        _sandbox.Clock.Advance(TimeSpan.FromMinutes(10));

        Answer page = await _sandbox.SendAsync("GET", "/1.0/oauth/authenticate?oauth_token=" + form["oauth_token"]);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("expired", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoked_access_token_is_refused()
    {
        Signer signer = await _sandbox.SignInAsync();
        _sandbox.Server.RevokeOAuth1Tokens();

        Answer answer = await _sandbox.SendAsync("GET", "/2.0/user", signer.Header("GET", _sandbox.Origin + "/2.0/user"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("token_revoked", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expired_bearer_token_is_refused_in_bitbuckets_words()
    {
        _sandbox.Clock.Advance(TimeSpan.FromHours(1));

        Answer answer = await _sandbox.GetAsync("/2.0/user");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("Access token expired. Use your refresh token to obtain a new access token.", answer.Message);
    }
}
