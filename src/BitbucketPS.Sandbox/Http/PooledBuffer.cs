using System.Buffers;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Bytes that are written once and sent once, in memory that is used again. New arrays of this length would each cost a collection
/// of the whole heap sooner or later.
/// </summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int First = 16 * 1024;

    private byte[] _array = ArrayPool<byte>.Shared.Rent(First);

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, Length);

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_array.Length - Length < Math.Max(1, sizeHint))
        {
            byte[] longer = ArrayPool<byte>.Shared.Rent(Math.Max(_array.Length * 2, Length + sizeHint));
            Written.CopyTo(longer);
            ArrayPool<byte>.Shared.Return(_array);
            _array = longer;
        }

        return _array.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Gives the memory back; nothing may look at it any more.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        Length = 0;
    }
}
