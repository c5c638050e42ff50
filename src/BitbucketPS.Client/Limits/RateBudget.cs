using System.Collections.Concurrent;

namespace BitbucketPS.Limits;

/// <summary>The rate limits of a session, one for each group of resources that it asked for something.</summary>
/// <param name="time">The clock.</param>
/// <param name="isSigned">False where nobody signed in.</param>
/// <param name="pauses">False where nothing is ever waited for.</param>
internal sealed class RateBudget(TimeProvider time, bool isSigned, bool pauses)
{
    private readonly ConcurrentDictionary<ResourceGroup, GroupBudget> _groups = new();

    /// <summary>The limit that a request counts against.</summary>
    public GroupBudget For(Uri address)
        => _groups.GetOrAdd(ResourceGroup.Of(address.AbsolutePath, isSigned), static (group, budget) => budget.Create(group), this);

    /// <summary>What is known of the limits, in the order of the groups' names.</summary>
    public IReadOnlyList<RateLimit> Snapshot()
        => [.. _groups.Values.Select(group => group.Snapshot()).OfType<RateLimit>().OrderBy(limit => limit.Resource, StringComparer.Ordinal)];

    private GroupBudget Create(ResourceGroup group) => new(group, time, pauses);
}
