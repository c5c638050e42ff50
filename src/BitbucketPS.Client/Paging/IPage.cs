namespace BitbucketPS.Paging;

/// <summary>What a page says of the list that it is part of.</summary>
internal interface IPage
{
    /// <summary>The address of the next page; absent on the last one.</summary>
    string? Next { get; }

    /// <summary>How many items the list has; absent as often as not.</summary>
    long? Size { get; }

    /// <summary>The number of the page, from 1; null where pages have tokens instead.</summary>
    long? Number { get; }

    /// <summary>How many items a page may hold.</summary>
    long? Length { get; }

    /// <summary>How many items it holds.</summary>
    int Count { get; }
}
