using System.Security.Cryptography;
using Microsoft.Identity.Client.Extensions.Msal;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>A file that Windows encrypts for the user (DPAPI).</summary>
internal static class DpapiFile
{
    /// <summary>How such files are read and written.</summary>
    public static FileFormat Format { get; } = new("DPAPI", "dpapi.lock", ".dpapi", Read, Write);

    private static byte[] Read(string path)
    {
        long length = new FileInfo(path).Length;
        try
        {
            byte[] data = StorageOf(path).ReadData();

            // The package takes a file that it cannot read for one that is not there.
            return data.Length > 0 || length == 0 ? data : throw new IOException($"'{path}' cannot be read.");
        }
        catch (CryptographicException)
        {
            // Not this user's key, or not what was written: damaged, and set aside as such.
            return [];
        }
    }

    private static void Write(string path, byte[] data)
    {
        try
        {
            StorageOf(path).WriteData(data);
        }
        catch (CryptographicException e)
        {
            throw new IOException($"Windows cannot encrypt it: {e.Message}", e);
        }

        // The package says nothing of a write that failed: without a file this fails, and what is in it is compared later.
        using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static Storage StorageOf(string path)
        => Storage.Create(new StorageCreationPropertiesBuilder(Path.GetFileName(path), Path.GetDirectoryName(path)!).Build());
}
