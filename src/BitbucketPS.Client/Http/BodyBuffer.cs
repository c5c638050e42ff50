using System.Buffers;

namespace BitbucketPS.Http;

/// <summary>
/// The whole body of an answer, in memory that is given back when it is disposed, and never more of it than is reasonable.
/// </summary>
internal sealed class BodyBuffer : IDisposable
{
    // The largest answers the API gives, 5,000 files of a diffstat, are a few megabytes. What goes on beyond this is a broken
    // server, or a few kilobytes that unpack to gigabytes.
    private const int Longest = 64 * 1024 * 1024;

    private const int FirstLength = 64 * 1024;
    private const int LongestOnTrust = 1024 * 1024;

    private byte[] _bytes;
    private int _length;

    private BodyBuffer(int length)
    {
        _bytes = ArrayPool<byte>.Shared.Rent(length);
    }

    /// <summary>The body.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Reads a body.</summary>
    /// <exception cref="BitbucketException">It is too long.</exception>
    public static async Task<BodyBuffer> ReadAsync(HttpContent content, BitbucketRequest request, CancellationToken cancellationToken)
    {
        long length = content.Headers.ContentLength ?? FirstLength;

        // One byte more, so that the end is found without growing. What is announced has not come yet, and may never.
        BodyBuffer buffer = length < Longest ? new((int)Math.Min(length, LongestOnTrust) + 1) : throw TooLong(request);
        try
        {
            Stream body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                await buffer.FillAsync(body, request, cancellationToken).ConfigureAwait(false);
            }

            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private async Task FillAsync(Stream body, BitbucketRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            int read = await body.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return;
            }

            _length += read;
            if (_length > Longest)
            {
                throw TooLong(request);
            }

            if (_length == _bytes.Length)
            {
                Grow();
            }
        }
    }

    private void Grow()
    {
        byte[] more = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Bytes.CopyTo(more);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = more;
    }

    private static BitbucketException TooLong(BitbucketRequest request)
        => new(
            BitbucketErrorKind.UnexpectedResponse,
            FormattableString.Invariant($"{request.Method} {request.Address.AbsolutePath} answered more than {Longest / 1024 / 1024} MB, which is more than is read into memory."))
        {
            RecommendedAction = "If that is meant, have Invoke-BitbucketRequest -OutFile write it to a file.",
        };
}
