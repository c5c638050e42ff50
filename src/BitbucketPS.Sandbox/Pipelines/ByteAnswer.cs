using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace BitbucketPS.Sandbox;

/// <summary>Bytes that may be asked for in part, and only if they have changed.</summary>
internal static class ByteAnswer
{
    public const string ContentType = "application/octet-stream";

    /// <summary>All of the bytes, those of the range, or that they are still the same.</summary>
    public static ApiAnswer Of(HttpRequest request, byte[] bytes)
    {
        string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"";
        if (request.Headers.IfNoneMatch.SelectMany(value => (value ?? "").Split(',')).Any(known => known.Trim() is "*" || string.Equals(Opaque(known), tag, StringComparison.Ordinal)))
        {
            return new ApiAnswer(304, Body: null).With("ETag", tag);
        }

        ApiAnswer whole = ApiAnswer.Bytes(bytes, ContentType).With("ETag", tag).With("Accept-Ranges", "bytes");

        // RFC 9110 14.2: a range that is not understood, or more than one, may be answered with everything.
        if (!RangeHeaderValue.TryParse(request.Headers.Range, out RangeHeaderValue? range) || range is not { Unit: "bytes", Ranges.Count: 1 })
        {
            return whole;
        }

        RangeItemHeaderValue wanted = range.Ranges.Single();
        long from = wanted.From ?? Math.Max(0, bytes.Length - wanted.To!.Value);
        long to = Math.Min(bytes.Length - 1L, wanted.From is null ? long.MaxValue : wanted.To ?? long.MaxValue);
        return from <= to
            ? (whole with { Status = 206, Content = bytes.AsMemory((int)from, (int)(to - from + 1)) })
                .With("Content-Range", FormattableString.Invariant($"bytes {from}-{to}/{bytes.Length}"))
            : new ApiAnswer(416, PipelineErrors.Of(416, "There is nothing in this range.").ToJson())
                .With("Content-Range", FormattableString.Invariant($"bytes */{bytes.Length}"));
    }

    private static string Opaque(string tag)
    {
        string text = tag.Trim();
        return text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text;
    }
}
