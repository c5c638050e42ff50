namespace BitbucketPS.SignIn.TestProcess;

/// <summary>A clock that stands where the test put it; waits take their real time all the same.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    /// <summary>Puts it.</summary>
    /// <param name="now">The time.</param>
    public void Set(DateTimeOffset now) => _now = now;

    public override DateTimeOffset GetUtcNow() => _now;
}
