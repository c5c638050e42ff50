namespace BitbucketPS.Sandbox;

/// <summary>When one caller asked for one group of resources within the last hour.</summary>
internal sealed class RequestWindow
{
    private static readonly TimeSpan s_length = TimeSpan.FromHours(1);

    private readonly List<DateTimeOffset> _times = [];

    /// <summary>How many requests of the hour count.</summary>
    public int Count => _times.Count;

    /// <summary>Forgets what was more than an hour ago.</summary>
    public void MoveTo(DateTimeOffset now) => _times.RemoveAll(time => time <= now - s_length);

    public void Add(DateTimeOffset now) => _times.Add(now);

    /// <summary>How long it takes until fewer requests count than the limit allows.</summary>
    public TimeSpan WaitFor(int limit, DateTimeOffset now) => _times[_times.Count - limit] + s_length - now;
}
