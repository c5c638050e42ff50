namespace BitbucketPS;

/// <summary>Which repositories to list, in which order, and how many.</summary>
public sealed record RepositoryQuery : ListQuery
{
    /// <summary>Only those in which the account has this role: <c>admin</c>, <c>contributor</c>, <c>member</c> or <c>owner</c>.</summary>
    public string? Role { get; init; }
}
