namespace BitbucketPS.Sandbox;

/// <summary>
/// Works out the permissions of everybody on many repositories. It looks once at each permission that was given, not at each of
/// them for each person.
/// </summary>
internal sealed class EffectivePermissions
{
    private readonly World _world;
    private readonly Workspace _workspace;
    private readonly HashSet<string> _owners;
    private readonly Dictionary<string, Dictionary<string, AccessLevel>> _given = new(StringComparer.Ordinal);

    public EffectivePermissions(World world, Workspace workspace)
    {
        _world = world;
        _workspace = workspace;
        _owners = [.. world.Data.All<Membership>(workspace.Uuid)
            .Where(membership => membership.Permission is Membership.Owner)
            .Select(membership => membership.AccountUuid)];
    }

    /// <summary>Everybody who may do something with a repository.</summary>
    public IEnumerable<EffectivePermission> Of(HostedRepository repository)
    {
        Dictionary<string, AccessLevel> levels = new(GivenOn(repository.Project.Uuid), StringComparer.Ordinal);
        foreach ((string account, AccessLevel level) in GivenOn(repository.Uuid))
        {
            Raise(levels, account, level);
        }

        foreach (string owner in _owners)
        {
            levels[owner] = AccessLevel.Admin;
        }

        return levels.Where(pair => pair.Value > AccessLevel.None)
            .Select(pair => new EffectivePermission(_world.FindAccount(pair.Key)!, repository, pair.Value));
    }

    private Dictionary<string, AccessLevel> GivenOn(string owner)
    {
        if (_given.TryGetValue(owner, out Dictionary<string, AccessLevel>? known))
        {
            return known;
        }

        Dictionary<string, AccessLevel> levels = new(StringComparer.Ordinal);
        foreach (Grant grant in _world.Data.All<Grant>(owner))
        {
            foreach (string account in HoldersOf(grant))
            {
                Raise(levels, account, grant.Level);
            }
        }

        return _given[owner] = levels;
    }

    // Who left the workspace holds nothing through a group any more.
    private IEnumerable<string> HoldersOf(Grant grant)
        => grant.IsOfGroup
            ? _world.Data.All<Group>(_workspace.Uuid)
                .Where(group => string.Equals(Grant.HolderOf(group), grant.Holder, StringComparison.OrdinalIgnoreCase))
                .SelectMany(group => group.Members)
                .Where(account => _world.Data.Find<Membership>(account, _workspace.Uuid) is not null)
            : [grant.Holder];

    private static void Raise(Dictionary<string, AccessLevel> levels, string account, AccessLevel level)
    {
        if (level > levels.GetValueOrDefault(account))
        {
            levels[account] = level;
        }
    }
}
