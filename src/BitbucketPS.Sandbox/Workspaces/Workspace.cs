namespace BitbucketPS.Sandbox;

/// <summary>What repositories belong to.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="CreatedOn">When it was opened.</param>
/// <param name="Members">Who sees its private repositories and may write to them.</param>
internal sealed record Workspace(string Slug, string Name, DateTimeOffset CreatedOn, IReadOnlyList<Account> Members)
{
    /// <summary>In braces, as the API writes it.</summary>
    public string Uuid { get; } = StableId.Uuid("workspace", Slug);

    public bool HasMember(Account account) => Members.Contains(account);
}
