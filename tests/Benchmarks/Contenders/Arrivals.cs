using System.Diagnostics;
using System.Globalization;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>The end of the line, the same for all contenders: takes each object, looks at the watch, and keeps nothing.</summary>
/// <param name="nameOf">Reads the name of an object, to check what came in which order; null in runs that are timed.</param>
internal sealed class Arrivals(Func<object, string>? nameOf)
{
    private const ulong FnvPrime = 1_099_511_628_211;

    private readonly long _start = Stopwatch.GetTimestamp();
    private ulong _order = 14_695_981_039_346_656_037;

    /// <summary>Objects so far.</summary>
    public int Count { get; private set; }

    /// <summary>From the call to the first of them.</summary>
    public TimeSpan First { get; private set; }

    /// <summary>From the call to now.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>A hash of the names and their order; null if nobody asked for it.</summary>
    public string? Order => nameOf is null ? null : _order.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>One object has arrived.</summary>
    public void Take(object item)
    {
        if (Count++ == 0)
        {
            First = Elapsed;
        }

        if (nameOf is not null)
        {
            AddToOrder(nameOf(item));
        }
    }

    /// <summary>Objects have arrived elsewhere, where they were counted.</summary>
    public void Take(int count) => Count += count;

    private void AddToOrder(string name)
    {
        foreach (char letter in name)
        {
            _order = (_order ^ letter) * FnvPrime;
        }

        _order = (_order ^ '\n') * FnvPrime;
    }
}
