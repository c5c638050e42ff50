namespace BitbucketPS;

/// <summary>Writes an answer to a file, whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Saves the body.</summary>
    /// <exception cref="BitbucketException">The file cannot be written, or the body does not come whole; then the file is as it was.</exception>
    public static async Task SaveAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        string unfinished = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            using (FileStream file = new(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await CopyAsync(response, file, path, cancellationToken).ConfigureAwait(false);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BitbucketException(BitbucketErrorKind.FileFailed, $"'{path}' cannot be written. {e.Message}", e)
            {
                RecommendedAction = "Give -OutFile the path of a file that you may write, in a folder that is there.",
            };
        }
        finally
        {
            Remove(unfinished);
        }
    }

    private static async Task CopyAsync(HttpResponseMessage response, FileStream file, string path, CancellationToken cancellationToken)
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            try
            {
                await body.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpIOException e)
            {
                throw new BitbucketException(BitbucketErrorKind.ConnectionBroken, $"The connection broke before '{path}' was complete.", e);
            }
        }
    }

    private static void Remove(string unfinished)
    {
        if (File.Exists(unfinished))
        {
            File.Delete(unfinished);
        }
    }
}
