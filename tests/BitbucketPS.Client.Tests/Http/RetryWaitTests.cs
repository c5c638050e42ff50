using System.Globalization;
using System.Net;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>How long a request waits before it is tried again.</summary>
[Collection(Alone.Name)]
public sealed class RetryWaitTests
{
    private const int Retries = 8;

    private readonly SimulatedClock _clock = new();

    [Fact]
    public async Task Waits_AreExponentialWithChanceAndEndAtThirtySeconds()
    {
        double[] longest = [1, 2, 4, 8, 16, 30, 30, 30];
        List<double> shares = [];
        for (int run = 0; run < 30; run++)
        {
            SimulatedServer server = Script("503", Retries + 1);
            using BitbucketClient client = server.CreateClient(Retries);
            await FailsAsync(client);
            Assert.Equal(longest.Length, server.Waits.Count);
            shares.AddRange(server.Waits.Zip(longest, (wait, whole) => wait / whole));
        }

        Assert.All(shares, share => Assert.InRange(share, 0.5, 1));

        // Of 240 chances not one in each outer quarter would be one in 10^29.
        Assert.Contains(shares, share => share < 0.625);
        Assert.Contains(shares, share => share > 0.875);
    }

    [Theory]
    [InlineData(503, "7", 7)]
    [InlineData(502, "120", 120)]
    [InlineData(503, "Sun, 01 Mar 2026 12:00:45 GMT", 45)]
    [InlineData(429, "7", 7)]
    [InlineData(429, "3600", 3600)]
    [InlineData(429, "Sun, 01 Mar 2026 12:30:00 GMT", 1800)]
    public async Task RetryAfter_IsHonoured(int status, string header, double expected)
    {
        SimulatedServer server = Script(status, header);

        Assert.Equal("{}", await ReadAsync(server));

        Assert.Equal(expected, Assert.Single(server.Waits), precision: 3);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task RetryAfter_Date_CountsByTheServersClock(int status)
    {
        // The server's clock is a year ahead of this machine's.
        SimulatedServer server = new(
            _clock,
            _ => Task.FromResult(Answers.Empty((HttpStatusCode)status).With("Date", "Mon, 01 Mar 2027 12:00:00 GMT").With("Retry-After", "Mon, 01 Mar 2027 12:00:20 GMT")),
            Faults.Good);

        Assert.Equal("{}", await ReadAsync(server));

        Assert.Equal(20, Assert.Single(server.Waits), precision: 3);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT")]
    public async Task RetryAfter_Nonsense_IsIgnored(string header)
    {
        SimulatedServer server = Script(503, header);
        SimulatedServer limited = Script(429, header);

        Assert.Equal("{}", await ReadAsync(server));
        Assert.Equal("{}", await ReadAsync(limited));

        Assert.InRange(Assert.Single(server.Waits), 0.5, 1);
        Assert.Equal(60, Assert.Single(limited.Waits), precision: 3);
    }

    [Theory]
    [InlineData(503, "3661")]
    [InlineData(503, "2147483647")]
    [InlineData(429, "86400")]
    [InlineData(429, "2147483647")]
    [InlineData(429, "Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task RetryAfter_AbsurdlyLong_IsAnErrorAtOnceAndHoldsUpNobody(int status, string header)
    {
        SimulatedServer server = Script(status, header);
        using BitbucketClient client = server.CreateClient(Retries);
        DateTimeOffset start = _clock.GetUtcNow();

        BitbucketException error = await FailsAsync(client);

        Assert.Equal(start, _clock.GetUtcNow());
        Assert.Equal((HttpStatusCode)status, Assert.IsType<BitbucketApiException>(error).StatusCode);
        Assert.Single(server.Requests);

        await _clock.RunAsync(() => client.Users.GetCurrentAsync(TestContext.Current.CancellationToken));
        Assert.InRange(Assert.Single(server.Waits), 0, 60);
    }

    [Theory]
    [InlineData("503", null)]
    [InlineData("429", null)]
    [InlineData("429", "1800")]
    [InlineData(Faults.Reset, null)]
    public async Task Cancellation_DuringAWait_EndsItAtOnce(string fault, string? retryAfter)
    {
        SimulatedServer server = retryAfter is null ? Script(fault, 1) : Script(int.Parse(fault, CultureInfo.InvariantCulture), retryAfter);
        using BitbucketClient client = server.CreateClient(Retries);
        using CancellationTokenSource caller = new();

        // Nobody moves the clock: only the cancellation can end this.
        Task<User> pending = client.Users.GetCurrentAsync(caller.Token);
        Assert.False(pending.IsCompleted);
        Assert.Single(server.Requests);
        await caller.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(Faults.Reset)]
    [InlineData("503")]
    [InlineData(Faults.Silent)]
    public async Task Delete_AnswerWasLostAndThenItIsGone_Succeeds(string fault)
    {
        SimulatedServer server = new(_clock, new Faults(_clock).Of(fault), new Faults(_clock).Of("404"));
        using BitbucketClient client = server.CreateClient(Retries);

        await DeleteAsync(client);

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("404")]
    [InlineData("429", "404")]
    [InlineData(Faults.Refused, "404")]
    public async Task Delete_WasNeverThere_IsAnError(params string[] faults)
    {
        SimulatedServer server = new(_clock, [.. faults.Select(new Faults(_clock).Of)]);
        using BitbucketClient client = server.CreateClient(Retries);

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(() => DeleteAsync(client));

        Assert.Equal((BitbucketErrorKind.NotFound, false), (error.Kind, error.IsOutcomeUnknown));
    }

    private SimulatedServer Script(string fault, int times) => new(_clock, Enumerable.Repeat(new Faults(_clock).Of(fault), times).ToArray());

    private SimulatedServer Script(int status, string retryAfter)
        => new(_clock, _ => Task.FromResult(Answers.Empty((HttpStatusCode)status).With("Retry-After", retryAfter)), Faults.Good);

    private async Task<string> ReadAsync(SimulatedServer server)
    {
        using BitbucketClient client = server.CreateClient(Retries);
        return (await _clock.RunAsync(() => client.Raw.ReadTextAsync(new(HttpMethod.Get, "/x"), TestContext.Current.CancellationToken))).Text;
    }

    private Task DeleteAsync(BitbucketClient client)
        => _clock.RunAsync(() => client.Refs.DeleteBranchAsync(new("acme/web"), "x", TestContext.Current.CancellationToken));

    private Task<BitbucketException> FailsAsync(BitbucketClient client)
        => _clock.RunAsync(() => Throws.BitbucketAsync(() => client.Users.GetCurrentAsync(TestContext.Current.CancellationToken)));
}
