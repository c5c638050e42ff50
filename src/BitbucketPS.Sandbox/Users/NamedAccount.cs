namespace BitbucketPS.Sandbox;

/// <summary>Finds the account that a path names.</summary>
internal static class NamedAccount
{
    /// <summary>The account of a placeholder: by UUID or Atlassian's id, never by the name of a user.</summary>
    /// <exception cref="ApiException">404 if there is none.</exception>
    public static Account RequireNamedAccount(this ApiCall call, string placeholder)
    {
        string id = call.Path(placeholder);
        return call.World.FindAccount(id) ?? throw new ApiException(404, $"{id} is not a valid user.");
    }
}
