using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.SignIn.Tests;

/// <summary>A clock that stands still until told, and knows when somebody begins to wait for it.</summary>
internal sealed class WatchedClock : FakeTimeProvider
{
    private readonly Channel<bool> _waits = Channel.CreateUnbounded<bool>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(true);
        return timer;
    }

    /// <summary>Ends once somebody begins to wait for the clock: who moves it before is not noticed.</summary>
    public async Task SomebodyWaitsAsync() => await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>
    /// Moves as often as somebody begins to wait, until a task has ended. For a wait that others went before: whoever moves the clock once
    /// may move it before that wait has begun.
    /// </summary>
    public async Task MoveUntilEndOfAsync(Task task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            Advance(step);
            await Task.WhenAny(task, SomebodyWaitsAsync());
        }
    }
}
