namespace BitbucketPS.Operations;

/// <summary>What an installed Connect app asks about itself. No other credentials reach these.</summary>
public static class AddonOperations
{
    private static readonly OperationGroup s_group = new(OperationEnd.ConnectAppOnly);

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Tells Bitbucket that the app's descriptor has changed.</summary>
    public static Operation UpdateAddon { get; } = s_group.Put("/addon");

    /// <summary>Removes the app's own installation.</summary>
    public static Operation DeleteAddon { get; } = s_group.Delete("/addon");

    /// <summary>Gets the client key of a Connect app.</summary>
    public static Operation GetAddonClientKey { get; } = s_group.Get("/addon/{addon_key}/client-key", granular: "admin:workspace:bitbucket");
}
