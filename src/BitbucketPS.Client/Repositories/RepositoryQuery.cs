namespace BitbucketPS;

/// <summary>Which repositories to list, and in which order.</summary>
public sealed record RepositoryQuery
{
    /// <summary>A condition in Bitbucket's query language, such as <c>project.key = "WEB"</c>.</summary>
    public string? Filter { get; init; }

    /// <summary>The field to sort by; a minus before it reverses the order: <c>-updated_on</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>Only those in which the account has this role: <c>admin</c>, <c>contributor</c>, <c>member</c> or <c>owner</c>.</summary>
    public string? Role { get; init; }

    /// <summary>How many items to ask for per page; null asks for as many as the operation gives.</summary>
    public int? PageLength { get; init; }
}
