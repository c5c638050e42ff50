using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using BitbucketPS.Signing;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Client.Tests.Signing;

public sealed class OAuth1SignerTests
{
    private static readonly OAuth1Credentials s_credentials
        = new OAuth1Credentials("the key", "MARKED&consumer").WithToken("the token", "MARKED token");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignAsync_Header_HasTheFormOfTheRfc()
    {
        FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        OAuth1Signer signer = new(s_credentials, timeProvider: clock, realm: "A realm");
        using HttpRequestMessage request = new(HttpMethod.Get, "https://example.com/");

        await signer.SignAsync(request, [new("oauth_callback", "http://localhost:1/?a=b&c")], Stop);

        Assert.Matches(
            "^OAuth realm=\"A realm\", oauth_consumer_key=\"the%20key\", oauth_token=\"the%20token\", oauth_signature_method=\"HMAC-SHA1\", "
                + "oauth_timestamp=\"1700000000\", oauth_nonce=\"[A-Za-z0-9]{24}\", oauth_version=\"1.0\", "
                + "oauth_callback=\"http%3A%2F%2Flocalhost%3A1%2F%3Fa%3Db%26c\", oauth_signature=\"[A-Za-z0-9%]+%3D\"$",
            request.Headers.Authorization!.ToString());
        Assert.Equal(Expected(request), SignedRequest.Parameter(request, "oauth_signature"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("APPLICATION/x-www-form-urlencoded", true)]
    [InlineData("application/json", false)]
    [InlineData("multipart/form-data", false)]
    public async Task SignAsync_Body_CountsOnlyAsAForm(string mediaType, bool counts)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "https://example.com/?a=1")
        {
            Content = new StringContent("b=2+3&c", Encoding.UTF8, mediaType),
        };

        await new OAuth1Signer(s_credentials).SignAsync(request, Stop);

        Assert.Equal(Expected(request, counts ? "b=2+3&c" : ""), SignedRequest.Parameter(request, "oauth_signature"));
        Assert.Equal("b=2+3&c", await request.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task SignAsync_Twice_ReplacesTheSignature()
    {
        OAuth1Signer signer = new(s_credentials);
        using HttpRequestMessage request = new(HttpMethod.Get, "https://example.com/");

        await signer.SignAsync(request, Stop);
        string first = request.Headers.Authorization!.ToString();
        await signer.SignAsync(request, Stop);

        Assert.NotEqual(first, request.Headers.Authorization.ToString(), StringComparer.Ordinal);
        Assert.Single(request.Headers.GetValues("Authorization"));
    }

    [Fact]
    public async Task SignAsync_FromManyThreads_NeverRepeatsANonceAndSignsRight()
    {
        using RSA rsa = RSA.Create(1024);
        OAuth1Signer signer = new(s_credentials.WithPrivateKey(rsa.ExportPkcs8PrivateKeyPem()), OAuth1SignatureMethod.RsaSha256);
        ConcurrentDictionary<string, bool> nonces = new(StringComparer.Ordinal);

        await Parallel.ForAsync(0, 500, Stop, async (i, stop) =>
        {
            using HttpRequestMessage request = new(HttpMethod.Get, $"https://example.com/{i}");
            await signer.SignAsync(request, stop);
            Assert.True(nonces.TryAdd(SignedRequest.Parameter(request, "oauth_nonce"), value: true));
            byte[] signature = Convert.FromBase64String(SignedRequest.Parameter(request, "oauth_signature"));
            byte[] text = Encoding.ASCII.GetBytes(BaseString(request));
            lock (rsa)
            {
                Assert.True(rsa.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
            }
        });
    }

    [Theory]
    [InlineData("http://bitbucket.example.com/?access=MARKED")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://MARKED:MARKED@example.com/")]
    [InlineData("ftp://localhost/")]
    public async Task SignAsync_UnprotectedAddress_Refuses(string address)
    {
        foreach (OAuth1SignatureMethod method in (OAuth1SignatureMethod[])[OAuth1SignatureMethod.Plaintext, OAuth1SignatureMethod.HmacSha1])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);

            BitbucketException e = await Assert.ThrowsAsync<BitbucketException>(
                async () => await new OAuth1Signer(s_credentials, method).SignAsync(request, Stop));

            Assert.Equal(BitbucketErrorKind.InsecureAddress, e.Kind);
            Assert.Null(request.Headers.Authorization);
            Assert.DoesNotContain("MARKED", e.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("https://example.com/")]
    public async Task SignAsync_ProtectedAddress_Signs(string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);

        await new OAuth1Signer(s_credentials, OAuth1SignatureMethod.Plaintext).SignAsync(request, Stop);

        Assert.Equal("MARKED%26consumer&MARKED%20token", SignedRequest.Parameter(request, "oauth_signature"));
    }

    [Theory]
    [InlineData("a\"b")]
    [InlineData("a\\b")]
    [InlineData("a\r\nb")]
    [InlineData("é")]
    public void Constructor_RealmThatCannotBeQuoted_Refuses(string realm)
        => Assert.Equal(BitbucketErrorKind.InvalidArgument, Assert.Throws<BitbucketException>(() => new OAuth1Signer(s_credentials, realm: realm)).Kind);

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(31)]
    public async Task RecoverAsync_ClockIsOff_CorrectsOnceAndNoMore(int seconds)
    {
        FakeTimeProvider clock = new();
        OAuth1Signer signer = new(s_credentials, timeProvider: clock);

        using HttpResponseMessage first = await RefuseAsync(signer, clock.GetUtcNow().AddSeconds(seconds));
        Assert.True(await signer.RecoverAsync(first, Stop));
        using HttpResponseMessage second = await RefuseAsync(signer, clock.GetUtcNow().AddSeconds(seconds));
        Assert.False(await signer.RecoverAsync(second, Stop));

        long expected = clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
        Assert.Equal($"{expected}", SignedRequest.Parameter(second.RequestMessage!, "oauth_timestamp"));
    }

    [Fact]
    public async Task RecoverAsync_SeveralInFlight_RecoversEachOfThem()
    {
        FakeTimeProvider clock = new();
        OAuth1Signer signer = new(s_credentials, timeProvider: clock);
        using HttpResponseMessage first = await RefuseAsync(signer, clock.GetUtcNow().AddHours(1));
        using HttpResponseMessage second = await RefuseAsync(signer, clock.GetUtcNow().AddHours(1));

        Assert.True(await signer.RecoverAsync(first, Stop));
        Assert.True(await signer.RecoverAsync(second, Stop));
    }

    [Fact]
    public async Task RecoverAsync_ServersClockIsSetAfterwards_CorrectsAgain()
    {
        FakeTimeProvider clock = new();
        OAuth1Signer signer = new(s_credentials, timeProvider: clock);
        using HttpResponseMessage first = await RefuseAsync(signer, clock.GetUtcNow().AddHours(1));
        Assert.True(await signer.RecoverAsync(first, Stop));

        using HttpResponseMessage second = await RefuseAsync(signer, clock.GetUtcNow());

        Assert.True(await signer.RecoverAsync(second, Stop));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, 0)]
    [InlineData(HttpStatusCode.Unauthorized, 30)]
    [InlineData(HttpStatusCode.Unauthorized, null)]
    [InlineData(HttpStatusCode.Forbidden, 3600)]
    [InlineData(HttpStatusCode.OK, 3600)]
    public async Task RecoverAsync_NotTheClock_DoesNothing(HttpStatusCode status, int? seconds)
    {
        FakeTimeProvider clock = new();
        OAuth1Signer signer = new(s_credentials, timeProvider: clock);

        using HttpResponseMessage response = await RefuseAsync(signer, seconds is int s ? clock.GetUtcNow().AddSeconds(s) : null, status);

        Assert.False(await signer.RecoverAsync(response, Stop));
    }

    [Theory]
    [InlineData("oauth_problem=timestamp_refused&oauth_acceptable_timestamps=1700001000-1700001600", "1700001300")]
    [InlineData("oauth_problem=timestamp_refused&oauth_acceptable_timestamps=1699999000-1700001600", null)]
    [InlineData("oauth_problem=timestamp_refused&oauth_acceptable_timestamps=9-1", null)]
    [InlineData("oauth_problem=timestamp_refused&oauth_acceptable_timestamps=99999999999999999-99999999999999999999", null)]
    [InlineData("oauth_problem=nonce_used&oauth_acceptable_timestamps=1700001000-1700001600", null)]
    public async Task RecoverAsync_AcceptableTimestamps_TakesTheirMiddle(string body, string? timestamp)
    {
        FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        OAuth1Signer signer = new(s_credentials, timeProvider: clock);
        using HttpResponseMessage response = await RefuseAsync(signer, date: null);
        response.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");

        Assert.Equal(timestamp is not null, await signer.RecoverAsync(response, Stop));

        using HttpRequestMessage next = new(HttpMethod.Get, "https://example.com/");
        await signer.SignAsync(next, Stop);
        Assert.Equal(timestamp ?? "1700000000", SignedRequest.Parameter(next, "oauth_timestamp"));
        Assert.Equal(body, await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public void Mask_SecretsInEveryEncoding_AreHidden()
    {
        OAuth1Signer signer = new(s_credentials);
        string once = Uri.EscapeDataString("MARKED&consumer");

        string masked = signer.Mask($"MARKED&consumer {once} {Uri.EscapeDataString(once)} MARKED token the key");

        Assert.Equal("*** *** *** *** the key", masked);
    }

    private static async Task<HttpResponseMessage> RefuseAsync(
        OAuth1Signer signer, DateTimeOffset? date, HttpStatusCode status = HttpStatusCode.Unauthorized)
    {
        HttpRequestMessage request = new(HttpMethod.Get, "https://example.com/");
        await signer.SignAsync(request, Stop);
        HttpResponseMessage response = new(status) { RequestMessage = request };
        response.Headers.Date = date;
        return response;
    }

    private static string Expected(HttpRequestMessage request, string form = "")
        => OAuth1Signature.Compute(OAuth1SignatureMethod.HmacSha1, s_credentials, BaseString(request, form));

    private static string BaseString(HttpRequestMessage request, string form = "")
        => OAuth1BaseString.Create(
            request.Method.Method,
            request.RequestUri!,
            SignedRequest.Parameters(request).Where(pair => !string.Equals(pair.Key, "realm", StringComparison.Ordinal)),
            Encoding.ASCII.GetBytes(form));
}
