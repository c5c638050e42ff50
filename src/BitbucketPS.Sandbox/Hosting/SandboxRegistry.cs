namespace BitbucketPS.Sandbox;

/// <summary>The folder in which the running sandboxes of a user are listed, for programs that look for one.</summary>
internal static class SandboxRegistry
{
    /// <summary>Names another folder.</summary>
    public const string Variable = "BITBUCKETPS_SANDBOX_REGISTRY";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others = (UnixFileMode)0b111_111;

    /// <summary>Makes the folder if need be. Its files hold secrets: where others could look into it, it is not used.</summary>
    /// <exception cref="IOException">It cannot be made, or others may look into it.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be made.</exception>
    public static string Open()
    {
        string folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Usual();
        if (OperatingSystem.IsWindows())
        {
            // In the profile of the user, which others cannot read.
            return Directory.CreateDirectory(folder).FullName;
        }

        DirectoryInfo made = Directory.CreateDirectory(folder, OwnerOnly);
        return (made.UnixFileMode & Others) == UnixFileMode.None
            ? made.FullName
            : throw new IOException($"Others may look into the folder {made.FullName}.");
    }

    // The folder of XDG_RUNTIME_DIR goes with the login, as do the processes.
    private static string Usual()
        => !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime
            ? Path.Combine(runtime, "bitbucketps", "sandboxes")
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "BitbucketPS",
                "sandboxes");
}
