using System.Globalization;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <content>Writing objects.</content>
internal sealed partial class GitRepository
{
    /// <summary>Writes a commit that changes files, without moving anything to it.</summary>
    /// <param name="parent">The full hash of what it changes; null for a first commit.</param>
    /// <param name="writes">What it changes.</param>
    /// <param name="author">Who wrote it.</param>
    /// <param name="committer">Who committed it.</param>
    /// <param name="message">All of it.</param>
    /// <param name="cancellationToken">Kills git.</param>
    /// <returns>Its hash.</returns>
    public async Task<string> WriteFilesAsync(
        string? parent, IReadOnlyList<GitFileWrite> writes, GitIdentity author, GitIdentity committer, string message, CancellationToken cancellationToken)
    {
        string scratch = $"refs/sandbox/scratch/{Guid.NewGuid():N}";
        FormattableString from = parent is null ? (FormattableString)$"" : $"from {parent}\n";
        GitResult result = await GitCommand.RunOrThrowAsync(
            InRepository("fast-import", "--quiet", "--done", "--date-format=raw", "--force"),
            async stream =>
            {
                await WriteAsync(stream, $"commit {scratch}\nmark :1\nauthor {author}\ncommitter {committer}\n");
                await WriteDataAsync(stream, Encoding.UTF8.GetBytes(message));
                await WriteAsync(stream, from);

                // What goes first makes room for what comes: a file may become a folder, and a folder a file.
                foreach (GitFileWrite write in writes.OrderBy(write => write.Content is not null))
                {
                    await WriteAsync(stream, write);
                }

                await WriteAsync(stream, $"get-mark :1\ndone\n");
            },
            cancellationToken);
        await RunAsync(cancellationToken, "update-ref", "-d", scratch);
        return result.Text.Trim();
    }

    /// <summary>Stores bytes that belong to no commit.</summary>
    /// <returns>The hash to read them by.</returns>
    public async Task<string> WriteBlobAsync(byte[] content, CancellationToken cancellationToken)
        => (await GitCommand.RunOrThrowAsync(
            InRepository("hash-object", "-w", "--stdin"), stream => stream.WriteAsync(content, CancellationToken.None).AsTask(), cancellationToken)).Text.Trim();

    private static async Task WriteAsync(Stream stream, GitFileWrite write)
    {
        if (write.Content is not { } content)
        {
            await WriteAsync(stream, $"D {Quote(write.Path)}\n");
            return;
        }

        await WriteAsync(stream, $"M {write.Mode} inline {Quote(write.Path)}\n");
        await WriteDataAsync(stream, content);
    }

    // fast-import reads a path in quotation marks as C does.
    private static string Quote(string path)
        => $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private static async Task WriteDataAsync(Stream stream, ReadOnlyMemory<byte> data)
    {
        await WriteAsync(stream, $"data {data.Length}\n");
        await stream.WriteAsync(data, CancellationToken.None);
        await WriteAsync(stream, $"\n");
    }

    private static Task WriteAsync(Stream stream, FormattableString text)
        => stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture)), CancellationToken.None).AsTask();

    private Task<string> WriteCommitAsync(
        string tree, IReadOnlyList<string> parents, GitIdentity author, GitIdentity committer, string message, CancellationToken cancellationToken)
    {
        string lines = string.Concat(parents.Select(parent => $"parent {parent}\n"));
        return WriteObjectAsync(
            "commit", $"tree {tree}\n{lines}author {author}\ncommitter {committer}\n\n{message.TrimEnd('\n')}\n", cancellationToken);
    }

    private async Task<string> WriteObjectAsync(string type, string content, CancellationToken cancellationToken)
        => (await GitCommand.RunOrThrowAsync(InRepository("hash-object", "-t", type, "-w", "--stdin"), WriteText(content), cancellationToken)).Text.Trim();
}
