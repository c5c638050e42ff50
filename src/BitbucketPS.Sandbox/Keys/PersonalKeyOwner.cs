namespace BitbucketPS.Sandbox;

/// <summary>Whose keys are asked for: nobody's but one's own.</summary>
internal static class PersonalKeyOwner
{
    /// <summary>The account of the path.</summary>
    /// <exception cref="ApiException">404 if there is none, 403 if it is somebody else's.</exception>
    public static Account Require(ApiCall call)
    {
        string id = call.Path("selected_user");
        Account account = call.World.FindAccount(id) ?? throw ApiErrors.NotFound($"User {id}");
        return string.Equals(account.Uuid, call.RequireAccount().Uuid, StringComparison.Ordinal)
            ? account
            : throw new ApiException(403, "The keys of other people are none of your business.");
    }
}
