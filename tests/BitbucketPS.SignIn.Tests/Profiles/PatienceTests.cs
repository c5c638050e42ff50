using BitbucketPS.Profiles;
using BitbucketPS.SignIn.TestProcess;

namespace BitbucketPS.SignIn.Tests.Profiles;

/// <summary>A keyring that does not answer, as one that asks somebody who is not there.</summary>
public sealed class PatienceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeSlots _keyring = new();
    private readonly WatchedClock _clock = new();
    private readonly TaskCompletionSource<ManualResetEventSlim> _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_Hangs_EndsWithThePatienceAndIsNotTriedAgain()
    {
        _keyring.HangsReading = _hanging;
        OpenedStore store = Open();
        Task saving = store.SaveAsync("one");
        ManualResetEventSlim release = await _hanging.Task.WaitAsync(Stop);
        Assert.False(saving.IsCompleted);

        await _clock.SomebodyWaitsAsync();
        _clock.Advance(TimeSpan.FromSeconds(60));
        await saving;
        await Open().SaveAsync("two");

        Assert.Equal(1, _keyring.Calls);
        Assert.Equal("one:File* two:File", await Open().ListAsync());
        Assert.EndsWith("it did not answer within 60 seconds.", Assert.Single(store.Warnings), StringComparison.Ordinal);
        release.Set();
    }

    [Fact]
    public async Task Read_Hangs_CancellationEndsTheWaitAtOnce()
    {
        _keyring.HangsReading = _hanging;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task finding = Open().Store.FindAsync("one", stop.Token);
        ManualResetEventSlim release = await _hanging.Task.WaitAsync(Stop);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finding);
        _keyring.HangsReading = null;
        release.Set();
        Assert.Null(await Open().NumberOfAsync("one"));
    }

    [Fact]
    public async Task Write_Hangs_FailsAndKeepsTheLockUntilItEnds()
    {
        await Open().SaveAsync("one", 1);
        _keyring.HangsWriting = _hanging;
        Task saving = Open().SaveAsync("one", 2);
        ManualResetEventSlim release = await _hanging.Task.WaitAsync(Stop);

        await _clock.MoveUntilEndOfAsync(saving, TimeSpan.FromSeconds(60));
        BitbucketException e = await Failure.OfAsync(BitbucketErrorKind.ProfileStoreFailed, () => saving);

        Assert.Contains("did not answer within 60 seconds", e.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => File.Open(_folder.File("keyring.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());

        _keyring.HangsWriting = null;
        _keyring.Obstacle = null;
        Task<int?> next = CountAndFindAsync();
        Assert.False(next.IsCompleted);
        release.Set();
        Assert.Equal(3, await next);
    }

    [Fact]
    public async Task Write_HangsAndIsCancelled_IsFinishedAllTheSame()
    {
        await Open().SaveAsync("one", 1);
        _keyring.HangsWriting = _hanging;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task saving = Open().Store.UpdateAsync("one", TestProfile.Next, stop.Token);
        ManualResetEventSlim release = await _hanging.Task.WaitAsync(Stop);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        _keyring.HangsWriting = null;
        release.Set();

        Assert.Equal(3, await CountAndFindAsync());
    }

    [Fact]
    public async Task Cancelled_BeforeItBegins_DoesNothing()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        IProfileStore store = Open().Store;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync(TestProfile.Make("one", 1), false, stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ListAsync(stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.LockAsync("one", stop.Token));

        Assert.Empty(_keyring.Entries);
    }

    private OpenedStore Open() => new(_folder, _keyring, clock: _clock);

    // By the real clock, since it polls a lock that somebody still holds.
    private async Task<int?> CountAndFindAsync()
    {
        OpenedStore store = new(_folder, _keyring);
        await store.CountAsync("one");
        return await store.NumberOfAsync("one");
    }
}
