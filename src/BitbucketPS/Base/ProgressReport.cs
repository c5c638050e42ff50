using System.Globalization;
using System.Management.Automation;
using BitbucketPS.Http;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Shows how far a cmdlet is, once that lasts. A timer has the engine's thread write it, so that it is shown while that thread waits too,
/// and costs an item nothing. Apart from the timer it is used on the engine's thread only.
/// </summary>
internal sealed class ProgressReport : IDisposable
{
    // What is over within a second is not worth a look; and nobody reads more than five lines a second.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly string _cmdlet;
    private readonly TimeProvider _time;
    private readonly Action<Action> _post;
    private readonly Action<ProgressRecord> _write;
    private readonly ITimer _timer;
    private RequestWait? _wait;
    private bool _isShown;
    private int _isPosted;

    /// <summary>Begins to count the time.</summary>
    /// <param name="cmdlet">The cmdlet's name.</param>
    /// <param name="time">The clock.</param>
    /// <param name="post">Has the engine's thread do something.</param>
    /// <param name="write">Writes a record, on the engine's thread.</param>
    public ProgressReport(string cmdlet, TimeProvider time, Action<Action> post, Action<ProgressRecord> write)
    {
        _cmdlet = cmdlet;
        _time = time;
        _post = post;
        _write = write;
        _timer = time.CreateTimer(static report => ((ProgressReport)report!).Tick(), this, s_patience, s_interval);
    }

    /// <summary>The work whose items are written; null before the first.</summary>
    public required Func<InputWork?> Current { get; init; }

    /// <summary>Takes note that a request waits.</summary>
    public void Wait(RequestWait wait)
    {
        // The rate limit concerns all requests: it says more than that one of them is tried again.
        if (wait.IsRateLimit || _wait is not { IsRateLimit: true } || _wait.Until <= _time.GetUtcNow())
        {
            _wait = wait;
        }
    }

    /// <summary>Takes it off the screen, for good.</summary>
    public void Complete()
    {
        Dispose();
        if (_isShown)
        {
            _isShown = false;
            _write(new(activityId: 0, _cmdlet, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    /// <inheritdoc />
    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        // One at a time: the engine's thread may be kept elsewhere in the pipeline for long.
        if (Interlocked.Exchange(ref _isPosted, 1) == 0)
        {
            _post(Show);
        }
    }

    private void Show()
    {
        Volatile.Write(ref _isPosted, 0);
        InputWork? work = Current();
        _isShown = true;
        _write(new(activityId: 0, $"{_cmdlet} {work?.Target}".TrimEnd(), WaitText() ?? CountText(work))
        {
            PercentComplete = work is { Expected: > 0 and long expected } ? (int)Math.Min(100, 100 * work.Written / expected) : -1,
        });
    }

    private string? WaitText()
    {
        if (_wait is null || _wait.Until - _time.GetUtcNow() is not { Ticks: > 0 } rest)
        {
            return null;
        }

        return _wait.IsRateLimit
            ? string.Create(CultureInfo.InvariantCulture, $"waiting for the rate limit until {TimeZoneInfo.ConvertTime(_wait.Until, _time.LocalTimeZone):HH:mm:ss}")
            : string.Create(CultureInfo.InvariantCulture, $"trying again in {Math.Ceiling(rest.TotalSeconds):0} s");
    }

    private static string CountText(InputWork? work) => work switch
    {
        null => "waiting",
        { Expected: { } expected } => string.Create(CultureInfo.InvariantCulture, $"{work.Written} of {expected}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{work.Written} so far"),
    };
}
