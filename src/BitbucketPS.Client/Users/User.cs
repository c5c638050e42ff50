namespace BitbucketPS;

/// <summary>A user of Bitbucket.</summary>
public sealed record User
{
    /// <summary>The name that people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The short name.</summary>
    public string? Nickname { get; init; }

    /// <summary>The user name; only in answers about oneself.</summary>
    public string? Username { get; init; }

    /// <summary>The UUID, in braces.</summary>
    public string? Uuid { get; init; }

    /// <summary>The Atlassian account id; absent for accounts that are no person.</summary>
    public string? AccountId { get; init; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>The name that people see.</summary>
    public override string ToString() => DisplayName ?? Nickname ?? Username ?? Uuid ?? "";
}
