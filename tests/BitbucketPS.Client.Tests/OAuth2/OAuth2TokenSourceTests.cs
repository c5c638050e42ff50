using BitbucketPS.OAuth2;
using BitbucketPS.Signing;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Client.Tests.OAuth2;

public sealed class OAuth2TokenSourceTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeEndpoint _endpoint;

    public OAuth2TokenSourceTests()
    {
        _endpoint = new(_clock);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(7200, 0, false)]
    [InlineData(7200, 7200 - 301, false)]
    [InlineData(7200, 7200 - 300, true)]
    [InlineData(7200, 7200, true)]
    [InlineData(60, 53, false)]
    [InlineData(60, 54, true)]
    [InlineData(null, 1_000_000, false)]
    public void IsDue_BeforeTheEnd_IsEarlyEnoughButNotTooEarly(int? lifetime, int age, bool isDue)
    {
        DateTimeOffset issued = DateTimeOffset.UnixEpoch;
        OAuth2Token token = new("a", "r", issued, lifetime is { } seconds ? issued.AddSeconds(seconds) : null, []);

        Assert.Equal(isDue, OAuth2TokenSource.IsDue(token, issued.AddSeconds(age)));
    }

    [Fact]
    public async Task GetAsync_TokenIsGood_AsksNobody()
    {
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));

        Assert.Equal("access", (await source.GetAsync(Stop)).RevealAccessToken());
        Assert.Empty(_endpoint.Asked);
    }

    [Fact]
    public async Task GetAsync_TokenIsOver_RenewsAndRotates()
    {
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));

        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("access-1", (await source.GetAsync(Stop)).RevealAccessToken());
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("access-2", (await source.GetAsync(Stop)).RevealAccessToken());

        Assert.Equal(["refresh refresh", "refresh refresh+"], _endpoint.Asked);
    }

    [Fact]
    public async Task GetAsync_NoNewRefreshToken_KeepsTheOldOne()
    {
        _endpoint.Rotates = false;
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));

        for (int i = 0; i < 3; i++)
        {
            _clock.Advance(TimeSpan.FromHours(2));
            await source.GetAsync(Stop);
        }

        Assert.Equal(["refresh refresh", "refresh refresh", "refresh refresh"], _endpoint.Asked);
    }

    [Fact]
    public async Task GetAsync_ClientCredentials_AsksAnew()
    {
        OAuth2TokenSource source = Source(_endpoint.Token("access", null), grantType: OAuth2GrantType.ClientCredentials);

        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal("access-1", (await source.GetAsync(Stop)).RevealAccessToken());
        Assert.Equal(["client credentials"], _endpoint.Asked);
    }

    [Fact]
    public async Task GetAsync_FiftyAtOnce_RenewOnce()
    {
        TaskCompletionSource gate = new();
        _endpoint.Gate = gate.Task;
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));
        _clock.Advance(TimeSpan.FromHours(3));

        Task<OAuth2Token>[] waiting = [.. Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await source.GetAsync(Stop), Stop))];
        gate.SetResult();
        OAuth2Token[] tokens = await Task.WhenAll(waiting);

        Assert.All(tokens, token => Assert.Equal("access-1", token.RevealAccessToken()));
        Assert.Single(_endpoint.Asked);
    }

    [Fact]
    public async Task GetAsync_OneCallerGivesUp_TheOthersGetTheirToken()
    {
        TaskCompletionSource gate = new();
        _endpoint.Gate = gate.Task;
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));
        _clock.Advance(TimeSpan.FromHours(3));
        using CancellationTokenSource impatient = new();

        Task<OAuth2Token> first = source.GetAsync(impatient.Token).AsTask();
        Task<OAuth2Token> second = source.GetAsync(Stop).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal("access-1", (await second).RevealAccessToken());
        Assert.Single(_endpoint.Asked);
    }

    [Theory]
    [InlineData(BitbucketErrorKind.ConnectionFailed)]
    [InlineData(BitbucketErrorKind.ServerError)]
    [InlineData(BitbucketErrorKind.Unauthorized)]
    [InlineData(BitbucketErrorKind.RateLimited)]
    public async Task GetAsync_RenewalFailsForNow_LeavesTheCredentialUsable(BitbucketErrorKind kind)
    {
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));
        _endpoint.Fails = () => new BitbucketSignInException(kind, "Not now.");

        // Before its end the old token does, and the server is left in peace for a while.
        _clock.Advance(TimeSpan.FromMinutes(117));
        Assert.Equal("access", (await source.GetAsync(Stop)).RevealAccessToken());
        Assert.Equal("access", (await source.GetAsync(Stop)).RevealAccessToken());
        Assert.Single(_endpoint.Asked);

        // After its end the failure is told, and the next call tries again.
        _clock.Advance(TimeSpan.FromMinutes(4));
        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(async () => await source.GetAsync(Stop));
        Assert.Equal(kind, e.Kind);
        Assert.Contains("Try again", e.RecommendedAction, StringComparison.Ordinal);
        _endpoint.Fails = () => null;
        Assert.Equal("access-1", (await source.GetAsync(Stop)).RevealAccessToken());
        Assert.All(_endpoint.Asked, asked => Assert.Equal("refresh refresh", asked));
    }

    [Fact]
    public async Task GetAsync_RenewalIsRefused_SaysToSignInAgain()
    {
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));
        _endpoint.Fails = () => new BitbucketSignInException(BitbucketErrorKind.TokenRefused, "It says invalid_request.") { Problem = "invalid_request" };
        _clock.Advance(TimeSpan.FromHours(3));

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(async () => await source.GetAsync(Stop));

        Assert.Equal(BitbucketErrorKind.SignInExpired, e.Kind);
        Assert.Equal("invalid_request", e.Problem);
        Assert.Contains("Sign in again", e.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_NoRefreshToken_SaysToSignInAgain()
    {
        OAuth2TokenSource source = Source(_endpoint.Token("access", null));
        _clock.Advance(TimeSpan.FromHours(3));

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(async () => await source.GetAsync(Stop));

        Assert.Equal(BitbucketErrorKind.SignInExpired, e.Kind);
        Assert.Empty(_endpoint.Asked);
    }

    [Fact]
    public async Task RecoverAsync_TokenRefused_RenewsOnceForAll()
    {
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));

        bool[] recovered = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await source.RecoverAsync("access", Stop), Stop)));

        Assert.All(recovered, Assert.True);
        Assert.Single(_endpoint.Asked);
        Assert.Equal("access-1", source.Current.RevealAccessToken());
    }

    [Fact]
    public async Task RecoverAsync_NewTokenRefusedToo_GivesUpInsteadOfRenewingForEver()
    {
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));

        Assert.True(await source.RecoverAsync("access", Stop));
        Assert.False(await source.RecoverAsync("access-1", Stop));
        Assert.False(await source.RecoverAsync("access-1", Stop));
        Assert.Single(_endpoint.Asked);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await source.RecoverAsync("access-1", Stop));
    }

    [Fact]
    public async Task RecoverAsync_NothingToRenewWith_IsFalse()
        => Assert.False(await Source(_endpoint.Token("access", null)).RecoverAsync("access", Stop));

    [Fact]
    public async Task GetAsync_Store_IsLockedAndKeepsTheTokenBeforeItIsUsed()
    {
        OAuth2Token token = _endpoint.Token("access", "refresh");
        FakeTokenStore store = new(token);
        OAuth2TokenSource source = Source(token, store);
        _clock.Advance(TimeSpan.FromHours(3));

        await source.GetAsync(Stop);

        Assert.Equal(["lock", "read", "write access-1", "unlock"], store.Log);
        Assert.Equal("refresh+", store.Kept!.RevealRefreshToken());
    }

    [Fact]
    public async Task GetAsync_AnotherProcessRenewed_TakesItsToken()
    {
        OAuth2Token token = _endpoint.Token("access", "refresh");
        FakeTokenStore store = new(token);
        OAuth2TokenSource source = Source(token, store);
        _clock.Advance(TimeSpan.FromHours(3));
        store.Kept = _endpoint.Token("theirs", "their-refresh");

        Assert.Equal("theirs", (await source.GetAsync(Stop)).RevealAccessToken());
        Assert.Empty(_endpoint.Asked);
    }

    [Fact]
    public async Task GetAsync_AnotherProcessRenewedLongAgo_UsesItsRefreshToken()
    {
        OAuth2Token token = _endpoint.Token("access", "refresh");
        FakeTokenStore store = new(_endpoint.Token("theirs", "their-refresh"));
        OAuth2TokenSource source = Source(token, store);
        _clock.Advance(TimeSpan.FromHours(3));

        await source.GetAsync(Stop);

        Assert.Equal(["refresh their-refresh"], _endpoint.Asked);
    }

    [Fact]
    public async Task GetAsync_ProfileRemoved_GoesOnInMemoryAndKeepsNothing()
    {
        FakeTokenStore store = new(null);
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"), store);
        _clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal("access-1", (await source.GetAsync(Stop)).RevealAccessToken());
        Assert.Null(store.Kept);
        Assert.DoesNotContain("write access-1", store.Log);
    }

    [Fact]
    public async Task GetAsync_StoreDoesNotTakeIt_IsAnErrorAndNothingIsLost()
    {
        OAuth2Token token = _endpoint.Token("access", "refresh");
        FakeTokenStore store = new(token) { WriteFails = new BitbucketException(BitbucketErrorKind.ProfileStoreFailed, "Disk full.") };
        OAuth2TokenSource source = Source(token, store);
        _clock.Advance(TimeSpan.FromHours(3));

        BitbucketException e = await Assert.ThrowsAsync<BitbucketException>(async () => await source.GetAsync(Stop));
        store.WriteFails = null;
        OAuth2Token renewed = await source.GetAsync(Stop);

        Assert.Equal(BitbucketErrorKind.ProfileStoreFailed, e.Kind);
        Assert.Equal("access-1", renewed.RevealAccessToken());
        Assert.Equal("access-1", store.Kept!.RevealAccessToken());
        Assert.Single(_endpoint.Asked);
    }

    [Fact]
    public async Task GetAsync_StoreHoldsAnOlderToken_RenewsFromItsOwn()
    {
        OAuth2Token old = _endpoint.Token("old", "old-refresh");
        _clock.Advance(TimeSpan.FromHours(3));
        FakeTokenStore store = new(old);
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"), store);
        _clock.Advance(TimeSpan.FromHours(3));

        await source.GetAsync(Stop);

        Assert.Equal(["refresh refresh"], _endpoint.Asked);
        Assert.Equal("access-1", store.Kept!.RevealAccessToken());
    }

    [Fact]
    public async Task GetAsync_UnsavedTokenIsOlderThanAnothersByNow_LeavesTheOthersAlone()
    {
        OAuth2Token token = _endpoint.Token("access", "refresh");
        FakeTokenStore store = new(token) { WriteFails = new BitbucketException(BitbucketErrorKind.ProfileStoreFailed, "Disk full.") };
        OAuth2TokenSource source = Source(token, store);
        _clock.Advance(TimeSpan.FromHours(3));
        await Assert.ThrowsAsync<BitbucketException>(async () => await source.GetAsync(Stop));
        store.WriteFails = null;
        _clock.Advance(TimeSpan.FromMinutes(1));
        store.Kept = _endpoint.Token("theirs", "their-refresh");
        _clock.Advance(TimeSpan.FromHours(3));

        OAuth2Token renewed = await source.GetAsync(Stop);

        Assert.Equal(["refresh refresh", "refresh their-refresh"], _endpoint.Asked);
        Assert.True(renewed.ExpiresOn > _clock.GetUtcNow());
        Assert.Equal("their-refresh+", store.Kept!.RevealRefreshToken());
    }

    [Fact]
    public async Task GetAsync_RefusedForGood_AsksNoMore()
    {
        OAuth2TokenSource source = Source(_endpoint.Token("access", "refresh"));
        _endpoint.Fails = () => new BitbucketSignInException(BitbucketErrorKind.TokenRefused, "It says invalid_request.");
        _clock.Advance(TimeSpan.FromHours(3));

        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(
                BitbucketErrorKind.SignInExpired,
                (await Assert.ThrowsAsync<BitbucketSignInException>(async () => await source.GetAsync(Stop))).Kind);
        }

        Assert.Single(_endpoint.Asked);
    }

    private OAuth2TokenSource Source(
        OAuth2Token token, IOAuth2TokenStore? store = null, OAuth2GrantType grantType = OAuth2GrantType.AuthorizationCode)
        => new(token, new() { Endpoint = _endpoint, Store = store, GrantType = grantType, TimeProvider = _clock });
}
