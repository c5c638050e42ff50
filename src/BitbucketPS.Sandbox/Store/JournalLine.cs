using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BitbucketPS.Sandbox;

/// <summary>A line of the journal: <c>{"sum":"0123456789abcdef","changes":[…]}</c>, the sum being over the list.</summary>
internal static class JournalLine
{
    private const string Start = "{\"sum\":\"";
    private const string Middle = "\",\"changes\":";
    private const int SumBytes = 8;
    private const int HeadLength = 8 + (SumBytes * 2) + 12;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a line, its end included.</summary>
    public static byte[] Write(IEnumerable<EntityChange> changes)
    {
        using MemoryStream line = new();
        line.Write(new byte[HeadLength]);
        using (Utf8JsonWriter writer = new(line, s_options))
        {
            writer.WriteStartArray();
            foreach (EntityChange change in changes)
            {
                EntityJson.Write(writer, change);
            }

            writer.WriteEndArray();
        }

        string head = Start + Sum(line.GetBuffer().AsSpan(HeadLength, (int)line.Length - HeadLength)) + Middle;
        line.Write("}\n"u8);
        byte[] bytes = line.ToArray();
        Encoding.ASCII.GetBytes(head).CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>The JSON of the changes; null if the line is not whole.</summary>
    public static string? Check(string line)
    {
        if (line.Length <= HeadLength || !line.StartsWith(Start, StringComparison.Ordinal) || !line.EndsWith('}'))
        {
            return null;
        }

        string json = line[HeadLength..^1];
        return line.AsSpan(Start.Length, SumBytes * 2).SequenceEqual(Sum(Encoding.UTF8.GetBytes(json))) ? json : null;
    }

    /// <summary>The changes of a line that was checked.</summary>
    /// <exception cref="FormatException">One of them cannot be read.</exception>
    public static IEnumerable<EntityChange> Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(EntityJson.Read)];
    }

    private static string Sum(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, SumBytes));
}
