namespace BitbucketPS.SignIn.Profiles;

/// <summary>Knows whether this process runs within a session that can have a keyring (Linux).</summary>
internal static class DesktopSession
{
    /// <summary>Says why there is no session, as the end of a sentence; null where there is one.</summary>
    /// <remarks>Without a bus, libsecret would start one of its own, with an empty keyring that nobody can unlock.</remarks>
    public static string? WhyMissing()
    {
        string? address = Environment.GetEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
        if (!string.IsNullOrEmpty(address))
        {
            return address.StartsWith("disabled:", StringComparison.Ordinal) ? "the session's bus (D-Bus) is disabled" : null;
        }

        string? runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        return !string.IsNullOrEmpty(runtime) && File.Exists(Path.Combine(runtime, "bus")) ? null : "there is no session with a bus (D-Bus)";
    }
}
