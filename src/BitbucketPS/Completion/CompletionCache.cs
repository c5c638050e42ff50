using System.Collections.Concurrent;

namespace BitbucketPS;

/// <summary>Keeps what completers found for a few seconds, so that pressing Tab again asks nobody.</summary>
/// <param name="time">The clock of the session.</param>
internal sealed class CompletionCache(TimeProvider time)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (long Found, IReadOnlyList<string> Names)> _entries = new(StringComparer.Ordinal);

    /// <summary>The names of a moment ago, else those that are found now.</summary>
    public IReadOnlyList<string> GetOrFind(string key, Func<IReadOnlyList<string>> find)
    {
        if (_entries.TryGetValue(key, out (long Found, IReadOnlyList<string> Names) entry)
            && time.GetElapsedTime(entry.Found) < s_lifetime)
        {
            return entry.Names;
        }

        IReadOnlyList<string> names = find();
        _entries[key] = (time.GetTimestamp(), names);
        return names;
    }
}
