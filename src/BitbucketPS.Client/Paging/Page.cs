namespace BitbucketPS.Paging;

/// <summary>One page of a list. Only the values and the link to the next page are certain to be there.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed record Page<T>
{
    /// <summary>The items; null where the answer is no page at all.</summary>
    public IReadOnlyList<T?>? Values { get; init; }

    /// <summary>The address of the next page, to be followed as it stands; absent on the last one.</summary>
    public string? Next { get; init; }
}
