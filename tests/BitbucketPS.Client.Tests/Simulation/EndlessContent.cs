using System.Text;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>A body that begins well and then repeats itself for ever.</summary>
internal sealed class EndlessContent(string beginning, string rest) : SourceContent
{
    private readonly byte[] _rest = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(rest, 4096)));
    private byte[] _current = Encoding.ASCII.GetBytes(beginning);
    private int _given;

    protected override ValueTask<int> FillAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_given == _current.Length)
        {
            (_current, _given) = (_rest, 0);
        }

        int count = Math.Min(buffer.Length, _current.Length - _given);
        _current.AsMemory(_given, count).CopyTo(buffer);
        _given += count;
        return ValueTask.FromResult(count);
    }
}
