using System.Net;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>Answers that are written to a file.</summary>
[Collection(Alone.Name)]
public sealed class DownloadTests
{
    private const string Path = "/repositories/acme/web/downloads/big.zip";

    private static readonly byte[] s_file = [.. Enumerable.Range(0, 1000).Select(number => (byte)number)];

    private readonly SimulatedClock _clock = new();

    [Fact]
    public async Task Download_TakesLongButNeverStands_Succeeds()
    {
        SimulatedServer server = new(_clock, _ => Drips(90));
        DateTimeOffset start = _clock.GetUtcNow();

        Assert.Equal(s_file, await DownloadAsync(server));
        Assert.InRange((_clock.GetUtcNow() - start).TotalSeconds, 89 * 10, 91 * 10);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Download_StandsStill_BeginsAnew()
    {
        SimulatedServer server = new(_clock, _ => Drips(98), _ => Drips(90));

        Assert.Equal(s_file, await DownloadAsync(server));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Download_StandsStillEachTime_IsTimeoutAfterTwoMore()
    {
        SimulatedServer server = new(_clock, _ => Drips(98), _ => Drips(98), _ => Drips(98));

        Assert.Equal(BitbucketErrorKind.Timeout, (await Throws.BitbucketAsync(() => DownloadAsync(server))).Kind);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(999)]
    public async Task Download_BreaksInTheMiddle_EachByteIsThereOnce(int sent)
    {
        SimulatedServer server = new(
            _clock,
            _ => Answer(new BrokenContent(s_file[..sent], "application/zip")),
            _ => Answer(new BrokenContent([.. s_file, .. s_file], "application/zip")),
            _ => Drips(1));

        Assert.Equal(s_file, await DownloadAsync(server));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Download_GivenFileWasLonger_NothingOfItIsLeft()
    {
        using MemoryStream file = new();
        await file.WriteAsync(new byte[5000], TestContext.Current.CancellationToken);

        Assert.Equal(s_file, await DownloadAsync(new(_clock, _ => Drips(1)), file));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Download_FileFails_IsNotTriedAgain(int step)
    {
        SimulatedServer server = new(_clock, _ => Drips(1));
        using FailingFile file = new(step);

        BitbucketException error = await Throws.BitbucketAsync(() => DownloadAsync(server, file));

        Assert.Equal(BitbucketErrorKind.FileFailed, error.Kind);
        Assert.Contains("disk is full", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Download_ErrorStatus_TouchesNoFile()
    {
        using MemoryStream file = new([1, 2, 3]);

        await Throws.BitbucketAsync(() => DownloadAsync(new(_clock, new Faults(_clock).Of("404")), file));

        Assert.Equal([1, 2, 3], file.ToArray());
    }

    private static Task<HttpResponseMessage> Answer(HttpContent content) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });

    private Task<HttpResponseMessage> Drips(int seconds)
        => Answer(new DrippingContent(_clock, s_file, TimeSpan.FromSeconds(seconds), pieceLength: 100, "application/zip"));

    private async Task<byte[]> DownloadAsync(SimulatedServer server, MemoryStream? destination = null)
    {
        using MemoryStream own = new();
        MemoryStream file = destination ?? own;
        using BitbucketClient client = server.CreateClient();
        await _clock.RunAsync(() => client.Raw.CopyToAsync(new(HttpMethod.Get, Path), file, TestContext.Current.CancellationToken));
        return file.ToArray();
    }

    /// <summary>A file on a disk that is full: it cannot be emptied, not be written, or not be flushed.</summary>
    private sealed class FailingFile(int step) : MemoryStream
    {
        public override void SetLength(long value) => Check(0);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Check(1);
            return ValueTask.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Check(2);
            return Task.CompletedTask;
        }

        private void Check(int current)
        {
            if (current == step)
            {
                throw new IOException("The disk is full.");
            }
        }
    }
}
