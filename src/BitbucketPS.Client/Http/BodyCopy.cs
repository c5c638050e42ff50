namespace BitbucketPS.Http;

/// <summary>Writes the body of an answer to a stream, piece by piece; no piece may be later than the deadline.</summary>
internal static class BodyCopy
{
    private const int PieceLength = 80 * 1024;

    /// <summary>Copies the body.</summary>
    /// <returns>How many bytes it has.</returns>
    /// <exception cref="BitbucketException">The destination fails. What becomes of the body is the deadline's to explain.</exception>
    public static async Task<long> RunAsync(HttpResponseMessage response, Stream destination, Deadline deadline, CancellationToken cancellationToken)
    {
        using (response)
        {
            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                await GuardAsync(() =>
                {
                    destination.SetLength(0);
                    return ValueTask.CompletedTask;
                }).ConfigureAwait(false);
                return await CopyAsync(body, destination, deadline, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<long> CopyAsync(Stream body, Stream destination, Deadline deadline, CancellationToken cancellationToken)
    {
        byte[] piece = new byte[PieceLength];
        long written = 0;
        for (int read; (read = await body.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0; written += read)
        {
            deadline.Extend();
            ReadOnlyMemory<byte> part = piece.AsMemory(0, read);
            await GuardAsync(() => destination.WriteAsync(part, cancellationToken)).ConfigureAwait(false);

            // A slow disk is no slow server.
            deadline.Extend();
        }

        await GuardAsync(() => new(destination.FlushAsync(cancellationToken))).ConfigureAwait(false);
        return written;
    }

    // A full disk must not look like a broken connection, which would be tried again.
    private static async ValueTask GuardAsync(Func<ValueTask> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException)
        {
            throw new BitbucketException(BitbucketErrorKind.FileFailed, $"The answer cannot be written. {e.Message}", e);
        }
    }
}
