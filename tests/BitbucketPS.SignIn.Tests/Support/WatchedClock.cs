using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.SignIn.Tests;

/// <summary>A clock that stands still until told, and knows whether somebody waits for it.</summary>
internal sealed class WatchedClock : FakeTimeProvider
{
    private readonly Channel<bool> _changed = Channel.CreateUnbounded<bool>();
    private int _waiting;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        WatchedTimer timer = new(base.CreateTimer(callback, state, dueTime, period), this);
        Interlocked.Increment(ref _waiting);
        _changed.Writer.TryWrite(true);
        return timer;
    }

    /// <summary>Waits until somebody waits for the clock: who moves it before is not noticed.</summary>
    public async Task SomebodyWaitsAsync()
    {
        while (Volatile.Read(ref _waiting) == 0)
        {
            await _changed.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>
    /// Moves as often as somebody begins to wait, until a task has ended. A wait that is over may still count for a moment, while what came
    /// after it begins: whoever moves the clock once may move it for that one.
    /// </summary>
    public async Task MoveUntilEndOfAsync(Task task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            Advance(step);
            await Task.WhenAny(task, _changed.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask());
        }
    }

    private sealed class WatchedTimer(ITimer timer, WatchedClock clock) : ITimer
    {
        private int _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            {
                Interlocked.Decrement(ref clock._waiting);
            }

            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
