using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>The beginning of a push: what it wants to do, before the objects that come with it.</summary>
/// <param name="All">What it wants to do.</param>
/// <param name="Capabilities">What the client understands.</param>
internal sealed record PushCommands(IReadOnlyList<PushCommand> All, IReadOnlyList<string> Capabilities)
{
    private const int LengthDigits = 4;

    // Some hundred thousand refs; whoever sends more than that has no good reason.
    private const int Largest = 32 * 1024 * 1024;

    private static readonly PushCommands s_none = new([], []);

    /// <summary>Reads the beginning of a body, which the body gives out again. What is no push is left to git to refuse.</summary>
    public static async Task<PushCommands> ReadAsync(GitRequestBody body)
    {
        List<PushCommand> commands = [];
        string[] capabilities = [];
        for (int place = 0; await ReadLineAsync(body, place) is { } packet; place += packet.Length)
        {
            if (packet.Length == LengthDigits)
            {
                return new(commands, capabilities);
            }

            string[] line = Encoding.UTF8.GetString(packet.Span[LengthDigits..]).Split('\0');
            if (PushCommand.Parse(line[0]) is { } command)
            {
                commands.Add(command);
            }

            capabilities = line.Length > 1 ? line[1].TrimEnd('\n').Split(' ', StringSplitOptions.RemoveEmptyEntries) : capabilities;
        }

        return s_none;
    }

    // One line with its length in front of it; the length alone for the mark that ends them, and null if there is no such thing.
    private static async Task<ReadOnlyMemory<byte>?> ReadLineAsync(GitRequestBody body, int place)
    {
        ReadOnlyMemory<byte> start = await body.ReadAheadAsync(place, LengthDigits);
        if (place > Largest
            || !int.TryParse(start.Span, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length)
            || start.Length < LengthDigits
            || length is > 0 and <= LengthDigits)
        {
            return null;
        }

        ReadOnlyMemory<byte> whole = length == 0 ? start : await body.ReadAheadAsync(place, length);
        return length == 0 || whole.Length == length ? whole : null;
    }
}
