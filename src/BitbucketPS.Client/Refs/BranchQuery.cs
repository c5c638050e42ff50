namespace BitbucketPS;

/// <summary>Which branches to list, and in which order.</summary>
public sealed record BranchQuery
{
    /// <summary>A condition in Bitbucket's query language, such as <c>name ~ "release/"</c>.</summary>
    public string? Filter { get; init; }

    /// <summary>The field to sort by; a minus before it reverses the order: <c>-target.date</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>How many items to ask for per page; null asks for as many as the operation gives.</summary>
    public int? PageLength { get; init; }
}
