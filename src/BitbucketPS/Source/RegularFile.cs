using System.Formats.Tar;

namespace BitbucketPS.Cmdlets;

/// <summary>Tells files from named pipes, sockets and devices: to read those could wait for ever, or never end.</summary>
internal static class RegularFile
{
    /// <summary>Refuses what is no file with a content of its own.</summary>
    /// <exception cref="BitbucketException">It is none.</exception>
    public static void Require(string file)
    {
        // All of them are said to be empty, and few files are.
        if (!OperatingSystem.IsWindows()
            && new FileInfo(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file) is { Exists: true, Length: 0 } found
            && !IsRegular(found.FullName))
        {
            throw new BitbucketException(BitbucketErrorKind.FileFailed, $"'{file}' is no regular file, but a named pipe, a socket or a device.")
            {
                RecommendedAction = "Nothing was sent. Move it away, or give the path of a file.",
            };
        }
    }

    // .NET shows the kind of a file nowhere but in archives. It does not open what is no regular file for that, and refuses sockets.
    private static bool IsRegular(string file)
    {
        using MemoryStream archive = new();
        using TarWriter writer = new(archive, leaveOpen: true);
        try
        {
            writer.WriteEntry(file, "any");
        }
        catch (IOException)
        {
            return false;
        }

        archive.Position = 0;
        using TarReader reader = new(archive, leaveOpen: true);
        return reader.GetNextEntry() is { EntryType: TarEntryType.RegularFile };
    }
}
