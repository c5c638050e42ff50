namespace BitbucketPS;

/// <summary>How much of a list to read.</summary>
public record ListOptions
{
    /// <summary>How many items to leave out at the beginning; pages that hold nothing else are not asked for where the list has numbered pages.</summary>
    public long Skip { get; init; }

    /// <summary>How many items to give at most, after those that are skipped; null gives all. No more is asked for than that takes.</summary>
    public long? First { get; init; }

    /// <summary>How many items to ask for per page; null asks for as many as the operation gives.</summary>
    public int? PageLength { get; init; }

    /// <summary>Told of each page before its items are given. Called on any thread, and never twice at once.</summary>
    public IProgress<ListProgress>? Progress { get; init; }
}
