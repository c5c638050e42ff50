namespace BitbucketPS;

/// <summary>
/// What a sandbox writes to its standard error. It is read as long as the sandbox runs, which would else wait for room in the pipe;
/// only the beginning is kept.
/// </summary>
internal sealed class SandboxErrors
{
    private const int Kept = 4000;

    private readonly Task<string> _text;

    /// <summary>Begins to read.</summary>
    public SandboxErrors(TextReader reader)
    {
        _text = ReadAsync(reader);
    }

    /// <summary>All that is kept, once the sandbox has ended.</summary>
    public Task<string> ReadToEndAsync(CancellationToken cancellationToken) => _text.WaitAsync(cancellationToken);

    private static async Task<string> ReadAsync(TextReader reader)
    {
        string kept = "";
        char[] buffer = new char[Kept];
        try
        {
            int count;
            while ((count = await reader.ReadAsync(buffer.AsMemory()).ConfigureAwait(false)) > 0)
            {
                kept += new string(buffer, 0, Math.Min(count, Kept - kept.Length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It was taken away together with its process.
        }

        return kept.Trim();
    }
}
