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

    /// <summary>Reads the beginning of a body, which the body gives out again, as far as it is that of a push.</summary>
    /// <remarks>It ends where git stops reading: at the mark that ends it, or at what git itself refuses.</remarks>
    public static async Task<PushCommands> ReadAsync(GitRequestBody body)
    {
        List<PushCommand> commands = [];
        string[] capabilities = [];
        for (int place = 0; await ReadLineAsync(body, place) is { } packet; place += packet.Length)
        {
            string[] line = Encoding.UTF8.GetString(packet.Span[LengthDigits..]).Split('\0');
            if (PushCommand.Parse(line[0]) is { } command)
            {
                commands.Add(command);
            }

            capabilities = line.Length > 1 ? line[1].TrimEnd('\n').Split(' ', StringSplitOptions.RemoveEmptyEntries) : capabilities;
        }

        return new(commands, capabilities);
    }

    // One line with its length in front of it; null at the mark that ends them, and where there is no line.
    private static async Task<ReadOnlyMemory<byte>?> ReadLineAsync(GitRequestBody body, int place)
    {
        ReadOnlyMemory<byte> start = await body.ReadAheadAsync(place, LengthDigits);
        if (place > Largest
            || !int.TryParse(start.Span, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length)
            || start.Length < LengthDigits
            || length <= LengthDigits)
        {
            return null;
        }

        ReadOnlyMemory<byte> whole = await body.ReadAheadAsync(place, length);
        return whole.Length == length ? whole : default(ReadOnlyMemory<byte>?);
    }
}
