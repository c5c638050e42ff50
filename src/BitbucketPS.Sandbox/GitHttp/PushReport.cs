using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Tells git that a push was refused, as a hook before it would: all of it, for it is one request.</summary>
internal static class PushReport
{
    private const string Reason = "pre-receive hook declined";

    // The most that one packet of a side band holds.
    private const int LargestPart = 65_515;

    /// <summary>Answers a push that changed nothing.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="commands">What was wanted.</param>
    /// <param name="messages">For people, who see them after <c>remote:</c>.</param>
    public static async Task WriteAsync(HttpResponse response, PushCommands commands, IEnumerable<string> messages)
    {
        using MemoryStream report = new();
        if (commands.Capabilities.Any(capability => capability is "report-status" or "report-status-v2"))
        {
            WriteStatus(report, commands.All);
        }

        using MemoryStream output = new();
        if (commands.Capabilities.Contains("side-band-64k", StringComparer.Ordinal))
        {
            WriteBand(output, 2, Encoding.UTF8.GetBytes(string.Concat(messages.Select(message => message + "\n"))));
            WriteBand(output, 1, report.ToArray());
            output.Write("0000"u8);
        }
        else
        {
            report.WriteTo(output);
        }

        await response.Body.WriteAsync(output.ToArray(), response.HttpContext.RequestAborted);
    }

    private static void WriteStatus(MemoryStream report, IEnumerable<PushCommand> commands)
    {
        WritePacket(report, "unpack ok\n"u8);
        foreach (PushCommand command in commands)
        {
            WritePacket(report, Encoding.UTF8.GetBytes($"ng {command.Ref} {Reason}\n"));
        }

        report.Write("0000"u8);
    }

    private static void WriteBand(MemoryStream output, byte band, byte[] content)
    {
        foreach (byte[] part in content.Chunk(LargestPart))
        {
            WritePacket(output, [band, .. part]);
        }
    }

    private static void WritePacket(MemoryStream output, ReadOnlySpan<byte> content)
    {
        output.Write(Encoding.ASCII.GetBytes((content.Length + 4).ToString("x4", CultureInfo.InvariantCulture)));
        output.Write(content);
    }
}
