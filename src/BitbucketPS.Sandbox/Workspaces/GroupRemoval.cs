namespace BitbucketPS.Sandbox;

/// <summary>Removes groups with all they were given.</summary>
internal static class GroupRemoval
{
    public static void Remove(World world, Workspace workspace, Group group)
    {
        string holder = Grant.HolderOf(group);
        foreach (HostedRepository repository in world.RepositoriesOf(workspace))
        {
            world.Data.Remove<Grant>(holder, repository.Uuid);
            foreach (BranchRestriction restriction in world.Data.All<BranchRestriction>(repository.Uuid).ToArray())
            {
                Forget(world.Data, repository, restriction, group);
            }
        }

        foreach (Project project in world.Data.All<Project>(workspace.Uuid))
        {
            world.Data.Remove<Grant>(holder, project.Uuid);
        }

        world.Data.Remove<Group>(group.Slug, workspace.Uuid);
    }

    // A group of the same name that comes later is another one.
    private static void Forget(Data data, HostedRepository repository, BranchRestriction restriction, Group group)
    {
        if (restriction.Groups.Contains(group.Slug, StringComparer.Ordinal))
        {
            data.Put(restriction with { Groups = [.. restriction.Groups.Except([group.Slug], StringComparer.Ordinal)] }, repository.Uuid);
        }
    }
}
