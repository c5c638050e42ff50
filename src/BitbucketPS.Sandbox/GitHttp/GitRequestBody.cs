using System.Buffers;
using System.IO.Compression;

namespace BitbucketPS.Sandbox;

/// <summary>
/// What a client sends to git. It is not read at once: a push can be larger than what anybody wants to
/// hold in memory. Whatever cuts it off ends git's input, and git itself then refuses the half it got.
/// </summary>
internal sealed class GitRequestBody
{
    /// <summary>In bytes, also of what a compressed body becomes.</summary>
    public const long Largest = 512L * 1024 * 1024;

    private const int BufferSize = 64 * 1024;

    private readonly HttpRequest _request;
    private readonly Stream _body;
    private readonly ArrayBufferWriter<byte> _ahead = new();
    private long _length;

    /// <summary>Reads nothing yet.</summary>
    /// <exception cref="GitRefusal">415 for a compression that git does not use.</exception>
    public GitRequestBody(HttpRequest request)
    {
        _request = request;
        _body = request.Headers.ContentEncoding.ToString() switch
        {
            "" or "identity" => request.Body,
            "gzip" or "x-gzip" => new GZipStream(request.Body, CompressionMode.Decompress),
            _ => throw new GitRefusal(415, "The body of a request of git is plain or compressed with gzip."),
        };
    }

    /// <summary>What cut it off, if anything did.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Looks at a part of it, which is passed on later all the same.</summary>
    /// <param name="start">Where the part begins, counted from the beginning of the body.</param>
    /// <param name="length">How long it is; it is shorter if the body ends.</param>
    public async Task<ReadOnlyMemory<byte>> ReadAheadAsync(int start, int length)
    {
        int count = 1;
        while (_ahead.WrittenCount < start + length && count > 0)
        {
            count = await ReadAsync(_ahead.GetMemory(BufferSize));
            _ahead.Advance(count);
        }

        int end = Math.Min(_ahead.WrittenCount, start + length);
        return _ahead.WrittenMemory[Math.Min(start, end)..end];
    }

    /// <summary>Passes it on as it comes.</summary>
    public async Task CopyToAsync(Stream destination)
    {
        await destination.WriteAsync(_ahead.WrittenMemory, CancellationToken.None);
        byte[] buffer = new byte[BufferSize];
        int count;
        while ((count = await ReadAsync(buffer)) > 0)
        {
            await destination.WriteAsync(buffer.AsMemory(0, count), CancellationToken.None);
        }
    }

    private async Task<int> ReadAsync(Memory<byte> buffer)
    {
        try
        {
            int count = await _body.ReadAsync(buffer, _request.HttpContext.RequestAborted);
            _length += count;
            return _length <= Largest ? count : throw TooLarge();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            Failure = TooLarge();
        }
        catch (InvalidDataException)
        {
            Failure = new GitRefusal(400, "The body of the request is no gzip.");
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or GitRefusal)
        {
            Failure = e;
        }

        return 0;
    }

    private static GitRefusal TooLarge() => new(413, $"The sandbox takes {Largest >> 20} MiB at once, and no more.");
}
