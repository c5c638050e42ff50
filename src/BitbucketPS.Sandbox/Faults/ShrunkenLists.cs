using System.Collections.Concurrent;

namespace BitbucketPS.Sandbox;

/// <summary>The lists that have lost items while they were read.</summary>
internal sealed class ShrunkenLists
{
    private readonly ConcurrentDictionary<string, int> _lengths = new(StringComparer.Ordinal);

    /// <summary>Cuts a list, named by its path, from now on.</summary>
    public void Shrink(string path, int length) => _lengths[path] = length;

    public void Clear() => _lengths.Clear();

    /// <summary>The items that a list still has.</summary>
    public IReadOnlyList<T> Cut<T>(string path, IReadOnlyList<T> items)
        => _lengths.TryGetValue(path, out int length) ? [.. items.Take(length)] : items;
}
