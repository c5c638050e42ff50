using System.Text;

namespace BitbucketPS.Cmdlets;

/// <summary>What a cmdlet makes of bytes that the client copies.</summary>
internal static class CopiedBytes
{
    /// <summary>The bytes as one array.</summary>
    public static IAsyncEnumerable<object?> Bytes(Func<Stream, Task> copy) => Results.One(() => ReadAsync(copy));

    /// <summary>The bytes as one text.</summary>
    public static IAsyncEnumerable<object?> Text(Func<Stream, Task> copy) => Results.One(() => ReadTextAsync(copy));

    private static async Task<object?> ReadAsync(Func<Stream, Task> copy)
    {
        using BoundedMemory bytes = new();
        await copy(bytes).ConfigureAwait(false);
        return bytes.ToArray();
    }

    private static async Task<object?> ReadTextAsync(Func<Stream, Task> copy)
    {
        using BoundedMemory bytes = new();
        await copy(bytes).ConfigureAwait(false);
        bytes.Position = 0;

        // Nothing says in which encoding a file is: UTF-8 unless it begins with the mark of another one. What is none of it is replaced.
        using StreamReader reader = new(bytes, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync().ConfigureAwait(false);
    }
}
