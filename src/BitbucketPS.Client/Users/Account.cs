namespace BitbucketPS;

/// <summary>An account, as far as other things name it.</summary>
public sealed record Account
{
    /// <summary>The name that people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Its short name, where it has one.</summary>
    public string? Nickname { get; init; }

    /// <summary>Its UUID, in braces.</summary>
    public string? Uuid { get; init; }

    /// <summary>Its Atlassian account id; absent for accounts that are no person.</summary>
    public string? AccountId { get; init; }

    /// <summary>The name that people see.</summary>
    public override string ToString() => DisplayName ?? Nickname ?? Uuid ?? "";
}
