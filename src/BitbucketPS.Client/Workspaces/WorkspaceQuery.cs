namespace BitbucketPS;

/// <summary>Which of the account's workspaces to read.</summary>
public sealed record WorkspaceQuery : ListOptions
{
    /// <summary>True for those that it administers, false for the others; null for all.</summary>
    public bool? IsAdministrator { get; init; }

    /// <summary>The field to sort by; a minus before it reverses the order.</summary>
    public string? Sort { get; init; }
}
