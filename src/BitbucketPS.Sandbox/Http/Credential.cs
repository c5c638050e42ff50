namespace BitbucketPS.Sandbox;

/// <summary>What a request proved about who sends it.</summary>
/// <param name="Account">Whom it acts as.</param>
/// <param name="Type">One of <see cref="CredentialTypes"/>.</param>
/// <param name="Scopes">What it may do; granular ones if it is an API token.</param>
internal sealed record Credential(Account Account, string Type, IReadOnlyList<string> Scopes)
{
    /// <summary>What it is limited to; null for whatever its account is a member of.</summary>
    public Reach? Reach { get; init; }

    public bool Sees(HostedRepository repository)
        => Reach?.Includes(repository) ?? repository.IsVisibleTo(Account);

    /// <summary>Whether it has a member's rights to a repository; what it may do with them, its scopes say.</summary>
    public bool IsMemberOf(HostedRepository repository)
        => Reach?.Includes(repository) ?? repository.Workspace.HasMember(Account);

    public bool Sees(Workspace workspace) => Reach?.Includes(workspace) ?? workspace.HasMember(Account);

    /// <summary>Whether it may ask for the repositories of a workspace, of which it gets those it sees.</summary>
    public bool SeesInto(Workspace workspace) => Reach?.Touches(workspace) ?? workspace.HasMember(Account);
}
