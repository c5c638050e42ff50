using System.Collections.Concurrent;

namespace BitbucketPS;

/// <summary>Keeps what completers found for a few seconds, so that pressing Tab again asks nobody.</summary>
internal sealed class CompletionCache
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly ConcurrentDictionary<string, (long Found, IReadOnlyList<string> Names)> _entries = new(StringComparer.Ordinal);

    /// <summary>The names of a moment ago, else those that are found now.</summary>
    public IReadOnlyList<string> GetOrFind(string key, Func<IReadOnlyList<string>> find)
    {
        if (_entries.TryGetValue(key, out (long Found, IReadOnlyList<string> Names) entry)
            && _time.GetElapsedTime(entry.Found) < s_lifetime)
        {
            return entry.Names;
        }

        IReadOnlyList<string> names = find();
        _entries[key] = (_time.GetTimestamp(), names);
        return names;
    }
}
