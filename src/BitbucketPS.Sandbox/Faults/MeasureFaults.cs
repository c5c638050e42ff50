using System.IO.Compression;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>The faults that have no measure. Their bodies are made while they are sent and never held as a whole.</summary>
internal static class MeasureFaults
{
    private const long DefaultBomb = 1024L * 1024 * 1024;
    private const long DefaultPage = 200L * 1024 * 1024;
    private const long DefaultLevels = 100_000;
    private const int PieceLength = 64 * 1024;

    private const string Start = """{"pagelen":100,"values":[""";
    private const string Item = """{"type":"branch","name":"as-like-as-two-peas"},""";
    private const string End = """{"type":"branch","name":"last"}]}""";

    public static FaultEffect[] All { get; } =
    [
        new(SandboxFaultKind.GzipBomb, BendsAnswer: false, BombAsync),
        new(SandboxFaultKind.HugeJson, BendsAnswer: false, PageAsync),
        new(SandboxFaultKind.DeepNesting, BendsAnswer: false, NestAsync),
    ];

    private static async Task BombAsync(FaultCall call)
    {
        call.Begin(200, ApiWriter.ContentType);
        call.Response.Headers.ContentEncoding = "gzip";
        await using GZipStream packed = new(call.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await WritePageAsync(packed, call.Fault.Size ?? DefaultBomb, call.Http.RequestAborted);
    }

    private static Task PageAsync(FaultCall call)
    {
        call.Begin(200, ApiWriter.ContentType);
        return WritePageAsync(call.Response.Body, call.Fault.Size ?? DefaultPage, call.Http.RequestAborted);
    }

    private static async Task NestAsync(FaultCall call)
    {
        call.Begin(200, ApiWriter.ContentType);
        long levels = call.Fault.Size ?? DefaultLevels;
        CancellationToken aborted = call.Http.RequestAborted;
        await RepeatAsync(call.Response.Body, """{"a":""", levels, aborted);
        await RepeatAsync(call.Response.Body, "1", 1, aborted);
        await RepeatAsync(call.Response.Body, "}", levels, aborted);
    }

    private static async Task WritePageAsync(Stream body, long size, CancellationToken cancellationToken)
    {
        await RepeatAsync(body, Start, 1, cancellationToken);
        await RepeatAsync(body, Item, size / Item.Length, cancellationToken);
        await RepeatAsync(body, End, 1, cancellationToken);
    }

    private static async Task RepeatAsync(Stream body, string text, long count, CancellationToken cancellationToken)
    {
        int inOnePiece = (int)Math.Min(count, PieceLength / text.Length);
        byte[] piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, inOnePiece)));
        for (long left = count; left > 0; left -= inOnePiece)
        {
            int length = (int)Math.Min(left, inOnePiece) * text.Length;
            await body.WriteAsync(piece.AsMemory(0, length), cancellationToken);
        }
    }
}
