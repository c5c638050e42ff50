using System.Net;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>Which failures a request is tried again after, and how often.</summary>
[Collection(Alone.Name)]
public sealed class RetryTests
{
    private const int Retries = 8;

    private static readonly string[] s_repeatable = ["GET", "HEAD", "PUT", "DELETE"];
    private static readonly string[] s_others = ["POST", "PATCH"];
    private static readonly string[] s_passing = ["502", "503", "504", "555", Faults.Refused, Faults.NoTunnel, Faults.Handshake, Faults.ResolverBusy, Faults.Reset, Faults.Ended, Faults.BrokenBody];
    private static readonly string[] s_doubtful = [Faults.Silent, Faults.StalledBody];
    private static readonly string[] s_lasting = ["400", "401", "403", "404", "405", "409", "410", "500", "501", Faults.UnknownHost, Faults.Untrusted];
    private static readonly string[] s_unsent = [Faults.Refused, Faults.NoTunnel, Faults.Handshake, Faults.ResolverBusy];
    private static readonly string[] s_unknown = ["500", "502", "503", "504", "555", Faults.Reset, Faults.Ended, Faults.BrokenBody, Faults.Silent, Faults.StalledBody, Faults.CutJson];

    private readonly SimulatedClock _clock = new();

    public static TheoryData<string, string> RepeatableAndPassing => Pairs(s_repeatable, [.. s_passing, "429"]);

    public static TheoryData<string, string> RepeatableAndDoubtful => Pairs(s_repeatable, s_doubtful);

    public static TheoryData<string, string> AnyAndLasting => Pairs([.. s_repeatable, .. s_others], s_lasting);

    public static TheoryData<string, string> AnyAndUnsent => Pairs([.. s_repeatable, .. s_others], [.. s_unsent, "429"]);

    public static TheoryData<string, string> OtherAndUnknown => Pairs(s_others, s_unknown);

    [Theory]
    [MemberData(nameof(RepeatableAndPassing))]
    public async Task Repeatable_PassingFault_IsTriedToTheEndOfAllAttempts(string method, string fault)
    {
        SimulatedServer server = Script(fault, Retries + 2);
        using BitbucketClient client = await KnownAsync(server);

        await FailsAsync(client, method);

        Assert.Equal(1 + Retries + 1, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(RepeatableAndPassing))]
    public async Task Repeatable_FaultPasses_Succeeds(string method, string fault)
    {
        SimulatedServer server = Script(fault, 3, Faults.Good);
        using BitbucketClient client = await KnownAsync(server);

        Assert.Equal("{}", (await ReadAsync(client, method)).Text);
        Assert.Equal(1 + 4, server.Requests.Count);
        Assert.Single(server.Requests.Skip(1).Select(request => request.Line).Distinct());
    }

    [Theory]
    [MemberData(nameof(RepeatableAndDoubtful))]
    public async Task Repeatable_NoAnswerInTime_IsTriedTwiceMore(string method, string fault)
    {
        SimulatedServer server = Script(fault, Retries + 2);
        using BitbucketClient client = await KnownAsync(server);

        BitbucketException error = await FailsAsync(client, method);

        Assert.Equal(BitbucketErrorKind.Timeout, error.Kind);
        Assert.Equal(1 + 3, server.Requests.Count);
        Assert.All(server.Waits.Skip(1), wait => Assert.InRange(wait, 97, 97 + 2));
    }

    [Theory]
    [MemberData(nameof(AnyAndLasting))]
    public async Task Any_LastingFault_IsNotTriedAgain(string method, string fault)
    {
        SimulatedServer server = Script(fault, 1);
        using BitbucketClient client = await KnownAsync(server);

        await FailsAsync(client, method);

        Assert.Equal(1 + 1, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(AnyAndUnsent))]
    public async Task Any_NothingWasSentOrTaken_IsTriedAgain(string method, string fault)
    {
        SimulatedServer server = Script(fault, 3, Faults.Good);
        using BitbucketClient client = await KnownAsync(server);

        Assert.Equal("{}", (await ReadAsync(client, method)).Text);
        Assert.Equal(1 + 4, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(AnyAndUnsent))]
    public async Task Any_NothingWasSentOrTaken_OutcomeIsKnown(string method, string fault)
    {
        SimulatedServer server = Script(fault, Retries + 1);
        using BitbucketClient client = await KnownAsync(server);

        Assert.False((await FailsAsync(client, method)).IsOutcomeUnknown);
    }

    [Theory]
    [MemberData(nameof(OtherAndUnknown))]
    public async Task Other_MayHaveBeenDone_IsNotTriedAgainAndSaysSo(string method, string fault)
    {
        SimulatedServer server = Script(fault, 1);
        using BitbucketClient client = await KnownAsync(server);

        BitbucketException error = await FailsAsync(client, method, typed: string.Equals(fault, Faults.CutJson, StringComparison.Ordinal));

        Assert.True(error.IsOutcomeUnknown);
        Assert.Equal(1 + 1, server.Requests.Count);
    }

    [Theory]
    [InlineData("PUT", "503", true)]
    [InlineData("DELETE", Faults.Silent, true)]
    [InlineData("DELETE", Faults.UnknownHost, false)]
    [InlineData("PUT", "409", false)]
    [InlineData("GET", "503", false)]
    [InlineData("GET", Faults.Silent, false)]
    [InlineData("HEAD", Faults.Reset, false)]
    public async Task Any_FailsInTheEnd_OutcomeIsUnknownOnlyIfItMayHaveChangedSomething(string method, string fault, bool expected)
    {
        using BitbucketClient client = await KnownAsync(Script(fault, Retries + 1));

        Assert.Equal(expected, (await FailsAsync(client, method)).IsOutcomeUnknown);
    }

    [Fact]
    public async Task Put_LostAndThenRefused_OutcomeIsUnknown()
    {
        Faults faults = new(_clock);
        using BitbucketClient client = await KnownAsync(new(_clock, Faults.Good, faults.Of(Faults.Reset), faults.Of("400")));

        BitbucketException error = await FailsAsync(client, "PUT");

        Assert.Equal((BitbucketErrorKind.BadRequest, true), (error.Kind, error.IsOutcomeUnknown));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public async Task MaximumRetryCount_IsRespected(int retries, int expected)
    {
        foreach (string fault in (string[])["503", "429", Faults.Reset])
        {
            SimulatedServer server = Script(fault, 20);
            using BitbucketClient client = await KnownAsync(server, retries);

            await FailsAsync(client, "GET");

            Assert.Equal(1 + expected, server.Requests.Count);
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task FirstContact_Refused_IsTriedTwiceMore(string method)
    {
        Faults faults = new(_clock);
        SimulatedServer server = new(_clock, Enumerable.Repeat(faults.Of(Faults.Refused), 9).ToArray());
        using BitbucketClient client = server.CreateClient(Retries);

        BitbucketException error = await FailsAsync(client, method);

        Assert.Equal(BitbucketErrorKind.ConnectionFailed, error.Kind);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task LastAttempt_DecidesTheError()
    {
        Faults faults = new(_clock);
        using BitbucketClient client = await KnownAsync(new(_clock, Faults.Good, faults.Of("503"), faults.Of(Faults.Reset), faults.Of("429"), faults.Of("403")));

        BitbucketException error = await FailsAsync(client, "GET");

        Assert.Equal(HttpStatusCode.Forbidden, Assert.IsType<BitbucketApiException>(error).StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task EachAttempt_IsSignedAnewAndSendsTheWholeBody(string method)
    {
        SimulatedServer server = Script("429", 2, Faults.Good);
        using BitbucketClient client = server.CreateClient(Retries, signer: new CountingSigner());

        await _clock.RunAsync(() => client.Users.GetCurrentAsync(TestContext.Current.CancellationToken));
        using StringContent body = new("{\"name\": \"häßlich\"}");
        await _clock.RunAsync(() => client.Raw.ReadTextAsync(new(new(method), "/x") { Content = body }, TestContext.Current.CancellationToken));

        Assert.Equal(["Count 2", "Count 3", "Count 4"], server.Requests.Skip(1).Select(request => request.Authorization));
        Assert.All(server.Requests.Skip(1), request => Assert.Equal("{\"name\": \"häßlich\"}", request.Body));
    }

    private static TheoryData<string, string> Pairs(string[] methods, string[] faults)
        => [.. methods.SelectMany(method => faults.Select(fault => (method, fault)))];

    // The first answer of every script makes the server known.
    private SimulatedServer Script(string fault, int times, params Func<CancellationToken, Task<HttpResponseMessage>>[] then)
        => new(_clock, [Faults.Good, .. Enumerable.Repeat(new Faults(_clock).Of(fault), times), .. then]);

    private async Task<BitbucketClient> KnownAsync(SimulatedServer server, int retries = Retries)
    {
        BitbucketClient client = server.CreateClient(retries);
        await _clock.RunAsync(() => client.Users.GetCurrentAsync(TestContext.Current.CancellationToken));
        return client;
    }

    private Task<RawAnswer> ReadAsync(BitbucketClient client, string method)
        => _clock.RunAsync(() => client.Raw.ReadTextAsync(new(new(method), "/repositories/acme/web/x"), TestContext.Current.CancellationToken));

    private Task<BitbucketException> FailsAsync(BitbucketClient client, string method, bool typed = false)
        => _clock.RunAsync(() => Throws.BitbucketAsync(() => typed
            ? client.Refs.CreateBranchAsync(new("acme/web"), "x", "main", TestContext.Current.CancellationToken)
            : client.Raw.ReadTextAsync(new(new(method), "/repositories/acme/web/x"), TestContext.Current.CancellationToken)));
}
