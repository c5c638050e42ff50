using System.IO.Compression;
using System.Net;
using System.Text;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>Bodies that break, lie, never end or do not come.</summary>
[Collection(Alone.Name)]
public sealed class BodyTests
{
    private const long Megabyte = 1024 * 1024;

    private readonly SimulatedClock _clock = new();

    [Fact]
    public async Task Body_BreaksInItsMiddle_IsReadAnew()
    {
        SimulatedServer server = new(_clock, _ => Answer(new BrokenContent([.. "{\"nickname\": \"a"u8])), _ => Answer("{\"nickname\": \"ada\"}"));

        Assert.Equal("ada", (await GetUserAsync(server)).Nickname);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("{\"nickname\": \"ada\"")]
    [InlineData("{\"nickname\": \"ad")]
    [InlineData("{\"nickname\": \"ada\", \"links\": {\"html\": {\"href\": \"x\"}")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Json_IsCutThoughTheLengthIsRight_IsReadAnew(string cut)
    {
        SimulatedServer server = new(_clock, _ => Answer(cut), _ => Answer("{\"nickname\": \"ada\"}"));

        Assert.Equal("ada", (await GetUserAsync(server)).Nickname);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Json_IsCutEachTime_FailsAfterTwoMore()
    {
        SimulatedServer server = new(_clock, Enumerable.Repeat<Func<CancellationToken, Task<HttpResponseMessage>>>(_ => Answer("{\"nickname\": \"ad"), 4).ToArray());

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, (await FailsAsync(server)).Kind);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("{\"nickname\": ada}", "application/json")]
    [InlineData("{\"nickname\": \"ada\"}}", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("<html>{}</html>", "text/html")]
    [InlineData("{\"nickname\": \"ada\"}", "text/plain")]
    [InlineData("{\"nickname\": \"ada\"}", "application/octet-stream")]
    public async Task Answer_IsNotWhatTheApiSends_FailsAtOnce(string body, string contentType)
    {
        SimulatedServer server = new(_clock, _ => Task.FromResult(Answers.Text(body, contentType)));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, (await FailsAsync(server)).Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Json_KeyComesTwice_LastOneCounts()
    {
        SimulatedServer server = new(_clock, _ => Answer("{\"nickname\": \"eve\", \"nickname\": \"ada\"}"));

        Assert.Equal("ada", (await GetUserAsync(server)).Nickname);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public async Task Json_IsBottomless_Fails(string level)
    {
        string deep = $"{{\"links\": {string.Concat(Enumerable.Repeat(level, 100_000))}";
        SimulatedServer server = new(_clock, Enumerable.Repeat<Func<CancellationToken, Task<HttpResponseMessage>>>(_ => Answer(deep), 3).ToArray());

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, (await FailsAsync(server)).Kind);
    }

    [Theory]
    [InlineData("{\"values\": [", "{\"name\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"},")]
    [InlineData("{\"values\": [{\"name\": \"", "aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("{\"values\": [", "                          ")]
    public async Task Json_NeverEnds_IsReadToALimitOnly(string beginning, string rest)
    {
        using EndlessContent content = new(beginning, rest);
        SimulatedServer server = new(_clock, _ => Task.FromResult(new HttpResponseMessage { Content = content }));
        using BitbucketClient client = server.CreateClient();

        BitbucketException error = await _clock.RunAsync(() => Throws.BitbucketAsync(() => client.Refs
            .ListBranchesAsync(new("acme/web"), cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken).AsTask()));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("64 MB", error.Message, StringComparison.Ordinal);
        Assert.InRange(content.HandedOut, 64 * Megabyte, 65 * Megabyte);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Text_NeverEnds_IsReadToALimitOnly()
    {
        using EndlessContent content = new("x", "yyyyyyyy");
        SimulatedServer server = new(_clock, _ => Task.FromResult(new HttpResponseMessage { Content = content }));
        using BitbucketClient client = server.CreateClient();

        BitbucketException error = await _clock.RunAsync(() => Throws.BitbucketAsync(
            () => client.Raw.ReadTextAsync(new(HttpMethod.Get, "/x"), TestContext.Current.CancellationToken)));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("-OutFile", error.RecommendedAction, StringComparison.Ordinal);
        Assert.InRange(content.HandedOut, 64 * Megabyte, 65 * Megabyte);
    }

    [Fact]
    public async Task Error_NeverEnds_IsReadToALimitOnly()
    {
        using EndlessContent content = new("{\"error\": {\"message\": \"", "no no no ");
        SimulatedServer server = new(_clock, _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = content }));

        Assert.Equal(BitbucketErrorKind.NotFound, (await FailsAsync(server)).Kind);
        Assert.InRange(content.HandedOut, 1, 65 * 1024);
    }

    [Fact]
    public async Task Length_IsAnnouncedTooGreat_NothingIsRead()
    {
        using EndlessContent content = new("{", " ");
        content.Headers.ContentLength = 200 * Megabyte;
        SimulatedServer server = new(_clock, _ => Task.FromResult(new HttpResponseMessage { Content = content }));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, (await FailsAsync(server)).Kind);
        Assert.Equal(0, content.HandedOut);
    }

    [Fact]
    public async Task Gzip_UnpacksToAGigabyte_IsUnpackedToALimitOnly()
    {
        byte[] bomb = Bomb(1024);
        byte[] head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n");
        await using LoopbackServer server = new([[.. head, .. bomb]]);
        using BitbucketClient client = server.CreateClient();
        long before = GC.GetTotalAllocatedBytes();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Raw.ReadTextAsync(new(HttpMethod.Get, "/x"), TestContext.Current.CancellationToken));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("64 MB", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 900 * Megabyte);
    }

    [Theory]
    [InlineData("5", "{\"nickname\": \"ada\"}")]
    [InlineData("0", "{\"nickname\": \"ada\"}")]
    [InlineData("18", "{\"nickname\": \"ada\"}")]
    public async Task Length_IsTooShort_Fails(string length, string body)
    {
        await using LoopbackServer server = new($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}");
        using BitbucketClient client = server.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(40, false)]
    public async Task Body_Drips_HasToBeCompleteInTime(int seconds, bool expected)
    {
        byte[] body = [.. "{\"nickname\": \"ada lovelace\"}"u8];
        SimulatedServer server = new(_clock, Enumerable.Repeat<Func<CancellationToken, Task<HttpResponseMessage>>>(
            _ => Answer(new DrippingContent(_clock, body, TimeSpan.FromSeconds(seconds))), 3).ToArray());

        if (expected)
        {
            Assert.Equal("ada lovelace", (await GetUserAsync(server)).Nickname);
        }
        else
        {
            Assert.Equal(BitbucketErrorKind.Timeout, (await FailsAsync(server)).Kind);
            Assert.All(server.Waits, wait => Assert.InRange(wait, 97, 99));
        }
    }

    [Fact]
    public async Task Body_Stalls_IsReadAnew()
    {
        SimulatedServer server = new(_clock, new Faults(_clock).Of(Faults.StalledBody), _ => Answer("{\"nickname\": \"ada\"}"));

        Assert.Equal("ada", (await GetUserAsync(server)).Nickname);
    }

    private static byte[] Bomb(int megabytes)
    {
        byte[] blank = new byte[Megabyte];
        using MemoryStream memory = new();
        using (GZipStream zip = new(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int written = 0; written < megabytes; written++)
            {
                zip.Write(blank);
            }
        }

        return memory.ToArray();
    }

    private static Task<HttpResponseMessage> Answer(string json) => Task.FromResult(Answers.Json(json));

    private static Task<HttpResponseMessage> Answer(HttpContent content) => Task.FromResult(new HttpResponseMessage { Content = content });

    private async Task<User> GetUserAsync(SimulatedServer server)
    {
        using BitbucketClient client = server.CreateClient();
        return await _clock.RunAsync(() => client.Users.GetCurrentAsync(TestContext.Current.CancellationToken));
    }

    private Task<BitbucketException> FailsAsync(SimulatedServer server) => Throws.BitbucketAsync(() => GetUserAsync(server));
}
