namespace BitbucketPS;

/// <summary>The folder in which the sandboxes of this user say that they run. The sandbox writes it; this reads and tidies it.</summary>
/// <param name="warn">Tells the person what is wrong with it.</param>
internal sealed class SandboxRegistry(Action<string> warn)
{
    private const string Variable = "BITBUCKETPS_SANDBOX_REGISTRY";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others = (UnixFileMode)0b111_111;

    private static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : UsualFolder;

    private static string UsualFolder
        => !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime
            ? Path.Combine(runtime, "bitbucketps", "sandboxes")
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "BitbucketPS",
                "sandboxes");

    /// <summary>Whether a sandbox is listed.</summary>
    public static bool Lists(SandboxEntry sandbox) => File.Exists(PathOf(sandbox));

    /// <summary>Takes a sandbox off the list.</summary>
    public static void Remove(SandboxEntry sandbox)
    {
        try
        {
            File.Delete(PathOf(sandbox));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is looked at again the next time.
        }
    }

    /// <summary>Makes the folder, if need be.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be made.</exception>
    public static string Make() => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(Folder).FullName
        : Directory.CreateDirectory(Folder, OwnerOnly).FullName;

    /// <summary>The sandboxes that answer, those of this process first, then the newest. What is left of others is removed.</summary>
    public async Task<IReadOnlyList<RunningSandbox>> FindAsync(CancellationToken cancellationToken)
    {
        List<RunningSandbox> found = [];
        IEnumerable<SandboxEntry> candidates = OwnSandboxes.All.Concat(Read()).DistinctBy(sandbox => sandbox.ProcessId)
            .OrderByDescending(sandbox => OwnSandboxes.Has(sandbox.ProcessId))
            .ThenByDescending(sandbox => sandbox.StartedOn);
        foreach (SandboxEntry sandbox in candidates)
        {
            if (await AskAsync(sandbox, cancellationToken).ConfigureAwait(false) is { } running)
            {
                found.Add(running);
            }
        }

        return found;
    }

    /// <summary>Those that are listed and have a process, without asking any.</summary>
    public IReadOnlyList<SandboxEntry> Read()
    {
        try
        {
            if (!Directory.Exists(Folder) || IsOpenToOthers(Folder))
            {
                return [];
            }

            return [.. Directory.EnumerateFiles(Folder, "*.json").Select(TryRead).OfType<SandboxEntry>().Where(IsHere)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            warn($"No sandbox can be looked for in {Folder}: {e.Message}");
            return [];
        }
    }

    private static string PathOf(SandboxEntry sandbox)
        => Path.Combine(Folder, FormattableString.Invariant($"{sandbox.Machine}-{sandbox.ProcessId}.json"));

    private SandboxEntry? TryRead(string path)
    {
        try
        {
            return IsOpenToOthers(path) ? null : SandboxEntry.Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            // It has just gone, or a later version writes it otherwise.
            return null;
        }
    }

    private static bool IsHere(SandboxEntry sandbox)
    {
        if (!string.Equals(sandbox.Machine, Environment.MachineName, StringComparison.Ordinal))
        {
            return false;
        }

        if (SandboxEnd.HasProcess(sandbox))
        {
            return true;
        }

        Remove(sandbox);
        return false;
    }

    private static async Task<RunningSandbox?> AskAsync(SandboxEntry sandbox, CancellationToken cancellationToken)
    {
        try
        {
            if (await SandboxControl.CountLeasesAsync(sandbox, cancellationToken).ConfigureAwait(false) is { } leases)
            {
                return new(sandbox, leases);
            }

            // Its process is another one by now.
            Remove(sandbox);
        }
        catch (TimeoutException)
        {
            // It may be there all the same.
        }

        return null;
    }

    // The files hold secrets, and whoever can write into the folder can send this process anywhere.
    private bool IsOpenToOthers(string path)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == UnixFileMode.None)
        {
            return false;
        }

        warn($"{path} is open to others than its owner, so that the sandboxes in it are not used. Take it away from them with chmod go= or delete it.");
        return true;
    }
}
