namespace BitbucketPS.Sandbox;

/// <summary>Holds operations on branches against the restrictions of the repository.</summary>
internal static class RestrictedBranches
{
    /// <summary>To make a branch or put commits onto it.</summary>
    /// <exception cref="ApiException">403 if who asks may not.</exception>
    public static void RequirePush(ApiCall call, HostedRepository repository, string branch)
    {
        if (!RestrictionRules.MayPush(call.World, repository, call.RequireAccount(), branch))
        {
            throw new ApiException(403, $"Permission denied to update branch {branch}.");
        }
    }

    /// <summary>To delete a branch.</summary>
    /// <exception cref="ApiException">403 if who asks may not.</exception>
    public static void RequireDelete(ApiCall call, HostedRepository repository, string branch)
    {
        if (!RestrictionRules.MayDelete(call.World, repository, call.RequireAccount(), branch))
        {
            throw new ApiException(403, $"Permission denied to delete branch {branch}.");
        }
    }
}
