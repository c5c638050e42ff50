namespace BitbucketPS.SignIn.Profiles;

/// <summary>Knows which protected storage a platform has.</summary>
internal static class ProtectedStorage
{
    /// <summary>The platform's protected storage; null where it has none.</summary>
    /// <param name="folder">The folder that it is kept for.</param>
    public static ISlotStorage? OfPlatform(StoreFolder folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return new FileSlots(folder, DpapiFile.Format);
        }

        if (OperatingSystem.IsMacOS())
        {
            return new KeyringSlots(folder, "Keychain", static () => null);
        }

        return OperatingSystem.IsLinux() ? new KeyringSlots(folder, "Keyring", DesktopSession.WhyMissing) : null;
    }
}
