namespace BitbucketPS.SignIn.Profiles;

/// <summary>The folder of a store's files.</summary>
internal sealed class StoreFolder
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "BITBUCKET_PROFILE_PATH";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private StoreFolder(string path)
    {
        Path = path;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Whether it is there.</summary>
    public bool Exists => Directory.Exists(Path);

    /// <summary>Takes the folder that is named, else the environment's, else the user's own.</summary>
    /// <param name="directory">The folder; null where none is named.</param>
    /// <exception cref="BitbucketException">It is no full path, or the user has no folder.</exception>
    public static StoreFolder Choose(string? directory)
    {
        string path = directory ?? FromEnvironment() ?? OfUser();
        if (!System.IO.Path.IsPathFullyQualified(path))
        {
            // Two processes with other working directories would mean two stores, and not know it.
            throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument, $"The folder of saved profiles has to be a full path, and '{path}' is none.");
        }

        return new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
    }

    /// <summary>The full path of a file in it.</summary>
    /// <param name="name">The file's name.</param>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes it if need be, for its owner alone.</summary>
    /// <exception cref="BitbucketException">It cannot be made, or others can write to it.</exception>
    public void Make()
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path);
            }
            else
            {
                Directory.CreateDirectory(Path, OwnerOnly);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Failed($"The folder of saved profiles cannot be made: {e.Message}", e, $"Name another one in {Variable}.");
        }

        RefuseOthers();
    }

    /// <summary>Refuses a folder that others can write to: they could put their own profiles there, with an address of theirs.</summary>
    /// <exception cref="BitbucketException">They can.</exception>
    public void RefuseOthers()
    {
        if (OperatingSystem.IsWindows() || !Exists || (System.IO.File.GetUnixFileMode(Path) & OthersWrite) == UnixFileMode.None)
        {
            return;
        }

        throw StoreFailure.Failed(
            $"Others can write to the folder of saved profiles, '{Path}', so nothing in it can be trusted.",
            action: $"Take it away from them (chmod go-w), or name another one in {Variable}.");
    }

    private static string? FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    private static string OfUser()
    {
        // Unverified: where ~/.local/share is not there yet, it is made.
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? System.IO.Path.Combine(data, "BitbucketPS")
            : throw StoreFailure.Failed("There is no folder for saved profiles, since the user has no home.", action: $"Name one in {Variable}.");
    }
}
