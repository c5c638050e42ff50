namespace BitbucketPS;

/// <summary>Writes a file, whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes it; one that is there is replaced once all is written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes what it is to hold.</param>
    /// <exception cref="BitbucketException">The file cannot be written, or what it is to hold does not come whole; then the file is as it was.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        string unfinished = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            // Without a buffer, a full disk is found out where it is written to, and not at its end.
            FileStream file = new(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            await using (file.ConfigureAwait(false))
            {
                await write(file).ConfigureAwait(false);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, e);
        }
        catch (BitbucketException e) when (e is { Kind: BitbucketErrorKind.FileFailed, InnerException: { } reason })
        {
            throw Failed(path, reason);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    // Where there is not even a folder, deleting would fail too.
    private static void Remove(string unfinished)
    {
        if (File.Exists(unfinished))
        {
            File.Delete(unfinished);
        }
    }

    private static BitbucketException Failed(string path, Exception reason)
        => new(BitbucketErrorKind.FileFailed, $"'{path}' cannot be written. {reason.Message}", reason)
        {
            RecommendedAction = "Give -OutFile the path of a file that you may write, in a folder that is there, on a disk with space left.",
        };
}
