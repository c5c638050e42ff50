namespace BitbucketPS;

/// <summary>Writes an answer to a file, whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Saves the body.</summary>
    /// <exception cref="BitbucketException">The file cannot be written; then it is as it was.</exception>
    public static async Task SaveAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        string unfinished = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            await CopyAsync(response, unfinished, cancellationToken).ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (HttpIOException e)
        {
            throw new BitbucketException(BitbucketErrorKind.ConnectionBroken, $"The connection broke before '{path}' was complete.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BitbucketException(BitbucketErrorKind.FileFailed, $"'{path}' cannot be written. {e.Message}", e);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task CopyAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            await response.Content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        }
    }
}
