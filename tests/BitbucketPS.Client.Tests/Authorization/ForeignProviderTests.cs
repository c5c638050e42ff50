using System.Net;
using System.Text.Json;
using BitbucketPS.Authorization;
using BitbucketPS.Client.Tests.Signing;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Authorization;

/// <summary>The whole flow against a provider that shares nothing with us, through a real browser command.</summary>
public sealed class ForeignProviderTests(SharedForeignProvider shared) : IClassFixture<SharedForeignProvider>
{
    private const string Branches = "2.0/repositories/acme/website/refs/branches?pagelen=100";

    public static TheoryData<OAuth1SignatureMethod> Methods => [.. Enum.GetValues<OAuth1SignatureMethod>()];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task SignInAsync_ForeignProvider_SignsInAndReads(OAuth1SignatureMethod method)
    {
        ForeignProvider provider = await shared.GetAsync();

        OAuth1Credentials credentials = await SignInAsync(provider, method);

        using HttpResponseMessage response = await GetAsync(provider, credentials, method, Branches);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using JsonDocument page = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal(250, page.RootElement.GetProperty("size").GetInt32());
        Assert.Equal(100, page.RootElement.GetProperty("values").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task SignAsync_TwoLegged_IsAccepted(OAuth1SignatureMethod method)
    {
        ForeignProvider provider = await shared.GetAsync();

        using HttpResponseMessage response = await GetAsync(provider, provider.Consumer, method, Branches + "&q=name+~+%22release%2F%22&q=&x");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task SignInAsync_ForeignProviderDenies_IsAuthorizationDenied()
    {
        using ForeignProvider provider = await ForeignProvider.StartAsync("--deny");

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(() => SignInAsync(provider, OAuth1SignatureMethod.HmacSha1));

        Assert.Equal(BitbucketErrorKind.AuthorizationDenied, e.Kind);
    }

    [Fact]
    public async Task SignInAsync_ForeignClockIsAheadByAnHour_Recovers()
    {
        using ForeignProvider provider = await ForeignProvider.StartAsync("--approve", "--skew", "3600");

        OAuth1Credentials credentials = await SignInAsync(provider, OAuth1SignatureMethod.HmacSha256);

        Assert.True(credentials.HasToken);
    }

    [Fact]
    public async Task SignInAsync_WrongSecret_IsTokenRefused()
    {
        ForeignProvider provider = await shared.GetAsync();

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(() => SignInAsync(
            provider, OAuth1SignatureMethod.HmacSha1, new OAuth1Credentials(provider.Consumer.ConsumerKey, "MARKED-wrong")));

        Assert.Equal(BitbucketErrorKind.TokenRefused, e.Kind);
        Assert.DoesNotContain("MARKED", e.ToString(), StringComparison.Ordinal);
    }

    private static async Task<OAuth1Credentials> SignInAsync(
        ForeignProvider provider, OAuth1SignatureMethod method, OAuth1Credentials? consumer = null)
    {
        using HttpMessageInvoker transport = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        return await new OAuth1Authorization(new()
        {
            BaseUri = provider.Address,
            Credentials = consumer ?? provider.Consumer,
            SignatureMethod = method,
            CallbackUri = new Uri("http://localhost:0/?dump"),
            Transport = transport,
            Browser = new SystemBrowser($"{ForeignPython.Require()} '{ForeignPython.Script("follow.py")}' \"%s\""),
        }).SignInAsync(Stop);
    }

    private static async Task<HttpResponseMessage> GetAsync(
        ForeignProvider provider, OAuth1Credentials credentials, OAuth1SignatureMethod method, string path)
    {
        using HttpMessageInvoker transport = new(new SocketsHttpHandler { UseProxy = false });
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(provider.Address, path));
        await new OAuth1Signer(credentials, method, realm: "Foreign realm").SignAsync(request, Stop);
        HttpResponseMessage response = await transport.SendAsync(request, Stop);
        await response.Content.LoadIntoBufferAsync(Stop);
        return response;
    }
}
