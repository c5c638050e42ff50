namespace BitbucketPS.Cmdlets;

/// <summary>Memory for what a server sends, and never more of it than is reasonable: a few kilobytes may unpack to gigabytes.</summary>
internal sealed class BoundedMemory : MemoryStream
{
    private const int Longest = 256 * 1024 * 1024;

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        => Position + buffer.Length <= Longest
            ? base.WriteAsync(buffer, cancellationToken)
            : throw new BitbucketException(
                BitbucketErrorKind.UnexpectedResponse,
                FormattableString.Invariant($"The answer is longer than {Longest / 1024 / 1024} MB, which is more than is read into memory."))
            {
                RecommendedAction = "If that is meant, have -OutFile write it to a file.",
            };
}
