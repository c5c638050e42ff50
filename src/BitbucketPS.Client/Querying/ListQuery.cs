namespace BitbucketPS;

/// <summary>Which items of a list to read, in which order, and how many of them.</summary>
public abstract record ListQuery : ListOptions
{
    /// <summary>A condition in Bitbucket's query language, such as <c>name ~ "release/"</c>; null for all items.</summary>
    public string? Filter { get; init; }

    /// <summary>The field to sort by; a minus before it reverses the order: <c>-target.date</c>.</summary>
    public string? Sort { get; init; }
}
