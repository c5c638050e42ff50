using BitbucketPS.SignIn.Profiles;

namespace BitbucketPS.SignIn.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bitbucketps-");

    /// <summary>The folder of a store, which is not there yet.</summary>
    public string Store => Path.Combine(_folder.FullName, "store");

    public string File(string name) => Path.Combine(Store, name);

    /// <summary>Puts a file there as the store would, for its owner alone.</summary>
    public void Put(string name, ReadOnlySpan<byte> data)
    {
        StoreFolder.Choose(Store).Make();
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream stream = new(File(name), options);
        stream.Write(data);
    }

    /// <summary>The names of the store's files.</summary>
    public string?[] Names() => [.. Directory.GetFiles(Store).Select(Path.GetFileName).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        while (Directory.Exists(_folder.FullName))
        {
            try
            {
                _folder.Delete(recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // A daemon that is ending takes its own files away at the same time.
            }
        }
    }
}
