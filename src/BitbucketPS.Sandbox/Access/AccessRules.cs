namespace BitbucketPS.Sandbox;

/// <summary>Who may do what: the greatest of all permissions that somebody has.</summary>
internal static class AccessRules
{
    /// <summary>What a request may do with a repository, as far as its scopes let it.</summary>
    /// <param name="credential">Who asks; null for nobody in particular.</param>
    /// <param name="repository">With what.</param>
    public static AccessLevel LevelOf(Credential? credential, HostedRepository repository)
    {
        if (credential?.Reach is { } reach)
        {
            return reach.Includes(repository) ? AccessLevel.Admin : AccessLevel.None;
        }

        AccessLevel open = repository.IsPrivate ? AccessLevel.None : AccessLevel.Read;
        return credential is null ? open : Max(open, LevelOf(credential.Account, repository));
    }

    /// <summary>What an account may do with a repository, if it is a private one.</summary>
    public static AccessLevel LevelOf(Account account, HostedRepository repository)
        => Max(
            LevelIn(repository.World.Data, repository.Workspace, account, repository.Uuid),
            LevelIn(repository.World.Data, repository.Workspace, account, repository.Project.Uuid));

    /// <summary>What an account may do with the repositories of a project.</summary>
    public static AccessLevel LevelOf(World world, Account account, Workspace workspace, Project project)
        => LevelIn(world.Data, workspace, account, project.Uuid);

    /// <summary>Whether an account may do everything in a workspace.</summary>
    public static bool IsOwner(Data data, Workspace workspace, Account account)
        => data.Find<Membership>(account.Uuid, workspace.Uuid)?.Permission is Membership.Owner;

    private static AccessLevel LevelIn(Data data, Workspace workspace, Account account, string owner)
    {
        if (data.Find<Membership>(account.Uuid, workspace.Uuid) is not { } membership)
        {
            // Who is no member may have been let into one repository or project all the same.
            return data.Find<Grant>(account.Uuid, owner)?.Level ?? AccessLevel.None;
        }

        return membership.Permission is Membership.Owner
            ? AccessLevel.Admin
            : data.All<Grant>(owner).Where(grant => Holds(data, workspace, account, grant)).Select(grant => grant.Level).DefaultIfEmpty().Max();
    }

    private static bool Holds(Data data, Workspace workspace, Account account, Grant grant)
        => grant.IsOfGroup
            ? data.All<Group>(workspace.Uuid).Any(group => group.Members.Contains(account.Uuid, StringComparer.Ordinal)
                && string.Equals(Grant.HolderOf(group), grant.Holder, StringComparison.OrdinalIgnoreCase))
            : string.Equals(grant.Holder, account.Uuid, StringComparison.Ordinal);

    private static AccessLevel Max(AccessLevel left, AccessLevel right) => left > right ? left : right;
}
