namespace BitbucketPS.Http;

/// <summary>
/// The body of an answer that is read into memory, and ends with an error where it goes on beyond all reason: a list that a
/// broken server repeats for ever, or a few kilobytes that unpack to gigabytes.
/// </summary>
/// <remarks>The largest answers the API gives, 5,000 lines of a diffstat, are a few megabytes.</remarks>
internal sealed class BoundedBody : Stream
{
    private const long Longest = 64 * 1024 * 1024;

    private static readonly byte[] s_blanks = [.. " \t\r\n"u8];

    private readonly Stream _body;
    private readonly BitbucketRequest _request;
    private long _left = Longest;
    private bool _isAtEnd;
    private byte _last;
    private long _open;

    private BoundedBody(Stream body, BitbucketRequest request)
    {
        _body = body;
        _request = request;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// True if the body came to its end without closing all brackets, with one of which all JSON of the API begins: it was cut on its way,
    /// even though its length is as announced.
    /// </summary>
    /// <remarks>Those within texts are counted too, but there they come in pairs, or so rarely alone that it does not matter.</remarks>
    public bool IsCut => _isAtEnd && (_open > 0 || _last is not ((byte)'}' or (byte)']'));

    /// <summary>Opens a body.</summary>
    /// <exception cref="BitbucketException">Its length is given and too great.</exception>
    public static async Task<BoundedBody> OpenAsync(HttpContent content, BitbucketRequest request, CancellationToken cancellationToken)
        => content.Headers.ContentLength > Longest
            ? throw TooLong(request)
            : new BoundedBody(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), request);

    /// <summary>Reads a body into memory.</summary>
    /// <exception cref="BitbucketException">It is too long.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, BitbucketRequest request, CancellationToken cancellationToken)
    {
        BoundedBody body = await OpenAsync(content, request, cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using MemoryStream memory = new((int)(content.Headers.ContentLength ?? 0));
            await body.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
            return memory.ToArray();
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Count(buffer.Span[..read], buffer.Length);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(buffer.AsSpan(offset, _body.Read(buffer, offset, count)), count);

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _body.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
        }

        base.Dispose(disposing);
    }

    private static BitbucketException TooLong(BitbucketRequest request)
        => new(
            BitbucketErrorKind.UnexpectedResponse,
            FormattableString.Invariant($"{request.Method} {request.Address.AbsolutePath} answered more than {Longest / 1024 / 1024} MB, which is more than is read into memory."))
        {
            RecommendedAction = "If that is meant, have Invoke-BitbucketRequest -OutFile write it to a file.",
        };

    private int Count(ReadOnlySpan<byte> piece, int wanted)
    {
        _isAtEnd |= piece.IsEmpty && wanted > 0;
        ReadOnlySpan<byte> text = piece.TrimEnd(s_blanks);
        _last = text.IsEmpty ? _last : text[^1];
        _open += piece.Count((byte)'{') + piece.Count((byte)'[') - piece.Count((byte)'}') - piece.Count((byte)']');
        _left -= piece.Length;
        return _left < 0 ? throw TooLong(_request) : piece.Length;
    }
}
