using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>Opens stores of saved profiles.</summary>
internal static class ProfileStores
{
    /// <summary>Opens the store of a folder. Nothing is read or made before its first use.</summary>
    /// <param name="options">How.</param>
    /// <exception cref="BitbucketException">The folder cannot be one.</exception>
    public static IProfileStore Open(ProfileStoreOptions options) => Open(options, ProtectedStorage.OfPlatform);

    /// <summary>Opens the store of a folder over another protected storage than the platform's.</summary>
    /// <param name="options">How.</param>
    /// <param name="protect">Makes the protected storage for a folder; null where there is none.</param>
    public static IProfileStore Open(ProfileStoreOptions options, Func<StoreFolder, ISlotStorage?> protect)
    {
        ArgumentNullException.ThrowIfNull(options);
        StoreFolder folder = StoreFolder.Choose(options.Directory);
        FileSlots file = new(folder, PlainFile.Format(options.Warn));
        ISlotStorage protectedStorage = protect(folder) ?? new NoProtectedStorage();
        return new ProfileStore(
            options, folder, new ProfilePlace(protectedStorage, folder, options), new ProfilePlace(file, folder, options));
    }
}
