namespace BitbucketPS.Sandbox;

/// <summary>What the restrictions of a repository let somebody do with a branch, beside the access they have.</summary>
internal static class RestrictionRules
{
    /// <summary>The restrictions that match a branch, of every kind, oldest first.</summary>
    public static IReadOnlyList<BranchRestriction> Find(World world, HostedRepository repository, string branchName)
    {
        Lazy<IReadOnlyList<string>> types = new(() => BranchingModels.TypesOf(world, repository, branchName));
        return
        [
            .. world.Data.All<BranchRestriction>(repository.Uuid).Where(restriction => restriction.MatchKind is BranchRestriction.Glob
                ? BranchPattern.Matches(restriction.Pattern, branchName)
                : types.Value.Contains(restriction.BranchType, StringComparer.Ordinal)),
        ];
    }

    /// <summary>Whether somebody may make a branch or move it by a push.</summary>
    public static bool MayPush(World world, HostedRepository repository, Account account, string branchName)
        => IsFree(RestrictionKinds.Push, world, repository, account, branchName);

    /// <summary>Whether somebody may delete a branch, for which they must also be one of those who may push to it.</summary>
    public static bool MayDelete(World world, HostedRepository repository, Account account, string branchName)
        => IsFree(RestrictionKinds.Delete, world, repository, account, branchName)
            && MayPush(world, repository, account, branchName);

    /// <summary>Whether the history of a branch may be rewritten; nobody is excepted from that.</summary>
    public static bool MayForce(World world, HostedRepository repository, string branchName)
        => !Find(world, repository, branchName).Any(restriction => restriction.Kind is RestrictionKinds.Force);

    /// <summary>Whether somebody may merge a pull request into a branch, as far as it depends on who they are.</summary>
    public static bool MayMerge(World world, HostedRepository repository, Account account, string branchName)
        => IsFree(RestrictionKinds.Merge, world, repository, account, branchName);

    // Where restrictions overlap, each of them must except whoever wants something.
    private static bool IsFree(string kind, World world, HostedRepository repository, Account account, string branchName)
        => Find(world, repository, branchName)
            .Where(restriction => string.Equals(restriction.Kind, kind, StringComparison.Ordinal))
            .All(restriction => Excepts(restriction, world, repository.Workspace, account));

    private static bool Excepts(BranchRestriction restriction, World world, Workspace workspace, Account account)
        => restriction.Users.Contains(account.Uuid, StringComparer.OrdinalIgnoreCase)
            || restriction.Groups.Any(slug => world.Data.Find<Group>(slug, workspace.Uuid) is { } group
                && group.Members.Contains(account.Uuid, StringComparer.OrdinalIgnoreCase));
}
