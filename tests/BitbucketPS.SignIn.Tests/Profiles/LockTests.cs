using BitbucketPS.Profiles;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>Locks between stores, threads and processes.</summary>
public sealed class LockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lock_SameNameInAnotherCase_WaitsUntilReleased()
    {
        IAsyncDisposable held = await Open().LockAsync("Straße", Stop);
        Task<IAsyncDisposable> waiting = Open().LockAsync("STRAßE", Stop);
        await using IAsyncDisposable other = await Open().LockAsync("other", Stop);
        Assert.False(waiting.IsCompleted);

        await held.DisposeAsync();

        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task Lock_Held_DoesNotKeepOthersFromSavingOrReading()
    {
        OpenedStore store = new(_folder);
        await using IAsyncDisposable held = await store.Store.LockAsync("one", Stop);

        await store.SaveAsync("one", 1);
        await store.CountAsync("one");

        Assert.Equal(2, await store.NumberOfAsync("one"));
    }

    [Fact]
    public async Task Lock_ManyThreads_OneAtATime()
    {
        int inside = 0;
        int most = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 50), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (_, stop) =>
        {
            await using IAsyncDisposable held = await Open().LockAsync("one", stop);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        });

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Lock_HeldByAnotherProcess_EndsWithADeadlineThatSaysSo()
    {
        using StoreProcess process = new(_folder.Store);
        Assert.Equal("ok", await process.AskAsync("lock one"));
        FakeTimeProvider clock = new();
        Task<IAsyncDisposable> waiting = new OpenedStore(_folder, clock: clock).Store.LockAsync("one", Stop);

        DateTimeOffset start = clock.GetUtcNow();
        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(clock.GetUtcNow() - start >= TimeSpan.FromMinutes(2));
        BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => waiting);
        Assert.StartsWith("Another process has held the saved profiles for 120 seconds", e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.RecommendedAction);
    }

    [Fact]
    public async Task Lock_HeldByAnotherProcess_CancellationEndsTheWait()
    {
        using StoreProcess process = new(_folder.Store);
        Assert.Equal("ok", await process.AskAsync("lock one"));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task<IAsyncDisposable> waiting = Open().LockAsync("one", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Lock_OfAProcessThatReleasesIt_IsHadThen()
    {
        using StoreProcess process = new(_folder.Store);
        Assert.Equal("ok", await process.AskAsync("lock one"));
        Task<IAsyncDisposable> waiting = Open().LockAsync("one", Stop);

        Assert.Equal("ok", await process.AskAsync("unlock"));

        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task Lock_OfAKilledProcess_VanishesWithIt()
    {
        using StoreProcess process = new(_folder.Store);
        Assert.Equal("ok", await process.AskAsync("lock one"));
        Task<IAsyncDisposable> waiting = Open().LockAsync("one", Stop);

        process.Kill();

        await (await waiting).DisposeAsync();
    }

    private IProfileStore Open() => new OpenedStore(_folder).Store;
}
