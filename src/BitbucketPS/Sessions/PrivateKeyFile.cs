namespace BitbucketPS;

/// <summary>Reads a private key from the file that a person names.</summary>
internal static class PrivateKeyFile
{
    /// <summary>The text of the file.</summary>
    /// <exception cref="BitbucketException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"The private key '{path}' cannot be read. {e.Message}", e);
        }
    }
}
