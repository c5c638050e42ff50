using System.Collections.Concurrent;

namespace BitbucketPS;

/// <summary>Keeps what completers found for a few seconds, so that pressing Tab again asks nobody.</summary>
/// <param name="time">The clock of the session.</param>
internal sealed class CompletionCache(TimeProvider time)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (long Found, object Value)> _entries = new(StringComparer.Ordinal);

    /// <summary>The names of a moment ago, else those that are found now.</summary>
    public IReadOnlyList<string> GetOrFind(string key, Func<IReadOnlyList<string>> find)
    {
        if (Find(key) is IReadOnlyList<string> known)
        {
            return known;
        }

        IReadOnlyList<string> names = find();
        Keep(key, names, time.GetTimestamp());
        return names;
    }

    /// <summary>
    /// Takes names of a list that the service cannot search, until there are enough, the list ends, or the time is over. What was read is
    /// kept, so that other names of it are found without the service, or behind what was read.
    /// </summary>
    /// <param name="key">What the list is kept as.</param>
    /// <param name="list">Reads the list.</param>
    /// <param name="meant">The name of an item; null if it is not meant.</param>
    /// <param name="most">How many names are enough.</param>
    /// <param name="cancellationToken">Fires when the time is over.</param>
    public IReadOnlyList<string> Take<T>(
        string key,
        Func<ListOptions, IAsyncEnumerable<T>> list,
        Func<T, string?> meant,
        int most,
        CancellationToken cancellationToken)
    {
        CompletionList<T> known = Find(key) as CompletionList<T> ?? new([], IsWhole: false, time.GetTimestamp());
        List<string> found = [.. known.Items.Select(meant).OfType<string>().Take(most)];
        if (known.IsWhole || found.Count == most)
        {
            return found;
        }

        List<T> items = [.. known.Items];
        bool isWhole = ReadOn(list(new() { PageLength = most, Skip = items.Count }).ToBlockingEnumerable(cancellationToken), items, IsEnough);
        Keep(key, known with { Items = items, IsWhole = isWhole }, known.Begun);
        return found;

        bool IsEnough(T item)
        {
            found.AddRange(meant(item) is { } name ? [name] : []);
            return found.Count == most;
        }
    }

    // True once the end was reached. Where the time is over before, some names are better than none.
    private static bool ReadOn<T>(IEnumerable<T> rest, List<T> items, Func<T, bool> isEnough)
    {
        try
        {
            foreach (T item in rest)
            {
                items.Add(item);
                if (isEnough(item))
                {
                    return false;
                }
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private object? Find(string key) => _entries.TryGetValue(key, out (long Found, object Value) entry) && IsFresh(entry.Found) ? entry.Value : null;

    private bool IsFresh(long found) => time.GetElapsedTime(found) < s_lifetime;

    private void Keep(string key, object value, long found)
    {
        foreach (KeyValuePair<string, (long Found, object Value)> entry in _entries.Where(entry => !IsFresh(entry.Value.Found)))
        {
            _entries.TryRemove(entry);
        }

        _entries[key] = (found, value);
    }
}
