namespace BitbucketPS.Sandbox.Tests;

/// <summary>Chance that can be had again: the same seed throws the same.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>From 0 up to, but without, a number.</summary>
    public int Below(int limit) => _random.Next(limit);

    /// <summary>Whether something happens that happens once in so many times.</summary>
    public bool OneIn(int times) => _random.Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>One of several ways, all as likely.</summary>
    public T OneOf<T>(params IReadOnlyList<Func<T>> ways) => Pick(ways)();

    /// <summary>So many of the same sort.</summary>
    public IEnumerable<T> Some<T>(int most, Func<T> make) => Enumerable.Range(0, Below(most + 1)).Select(_ => make()).ToList();
}
