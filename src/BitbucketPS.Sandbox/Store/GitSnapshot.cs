using System.Text.Json;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>All of a bare repository as JSON: its HEAD, its refs, and a pack of all its objects, those that no ref leads to included.</summary>
internal static partial class GitSnapshot
{
    /// <summary>Writes a repository.</summary>
    /// <param name="writer">Where.</param>
    /// <param name="folder">What it is called in the state.</param>
    /// <param name="path">Where it is on disk.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(Utf8JsonWriter writer, string folder, string path, CancellationToken cancellationToken)
    {
        string head = (await File.ReadAllTextAsync(Path.Combine(path, "HEAD"), cancellationToken)).TrimEnd('\n');
        string refs = (await RunAsync(path, input: null, cancellationToken, "for-each-ref", "--format=%(objectname) %(refname)")).Text;

        // After the refs: whatever they lead to is among the objects.
        GitResult objects = await RunAsync(path, input: null, cancellationToken, "cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)");
        writer.WriteStartObject();
        writer.WriteString("folder", folder);
        writer.WriteString("head", head);
        writer.WriteStartObject("refs");
        foreach (string[] line in refs.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)))
        {
            writer.WriteString(line[1], line[0]);
        }

        writer.WriteEndObject();
        if (objects.Output.Length > 0)
        {
            writer.WriteBase64String("pack", (await RunAsync(path, objects.Output, cancellationToken, "pack-objects", "--stdout", "--quiet")).Output);
        }

        writer.WriteEndObject();
    }

    /// <summary>Makes a repository of one that was written.</summary>
    /// <param name="json">The snapshot.</param>
    /// <param name="path">Where on disk; nothing is there yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">It is no snapshot of a whole repository.</exception>
    public static async Task ReadAsync(JsonElement json, string path, CancellationToken cancellationToken)
    {
        string head = json.GetProperty("head").GetString() ?? "";
        KeyValuePair<string, string>[] refs =
            [.. json.GetProperty("refs").EnumerateObject().Select(property => KeyValuePair.Create(property.Name, property.Value.GetString() ?? ""))];
        if (!HeadPattern().IsMatch(head) || !refs.All(pair => RefPattern().IsMatch(pair.Key) && HashPattern().IsMatch(pair.Value)))
        {
            throw new FormatException("HEAD or a ref is none.");
        }

        try
        {
            await BareRepository.MakeAsync(path, head, cancellationToken);
            if (json.TryGetProperty("pack", out JsonElement pack))
            {
                await RunAsync(path, pack.GetBytesFromBase64(), cancellationToken, "index-pack", "--stdin");
            }

            // A file written by hand: git reads each of the objects that it names.
            await BareRepository.WriteRefsAsync(path, refs, cancellationToken);
            await RunAsync(path, input: null, cancellationToken, "for-each-ref", "--format=%(objecttype)");
        }
        catch (SandboxException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static Task<GitResult> RunAsync(string path, byte[]? input, CancellationToken cancellationToken, params string[] arguments)
    {
        Func<Stream, Task>? write = input is null ? null : stream => stream.WriteAsync(input, cancellationToken).AsTask();
        return GitCommand.RunOrThrowAsync(["-c", "core.fsync=none", $"--git-dir={path}", .. arguments], write, cancellationToken);
    }

    // What git lets a ref be called, apart from rarities that no client could have pushed: no component begins with a dot or ends with .lock.
    [GeneratedRegex("^refs(/(?!\\.)(?![^/]*\\.\\.)(?![^/]*(\\.lock|\\.)(/|$))(?![^/]*@\\{)[^/\\x00-\\x20\\x7f~^:?*\\[\\\\]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RefPattern();

    [GeneratedRegex("^ref: refs/heads/(?!.*\\.\\.)[^\\x00-\\x20\\x7f~^:?*\\[\\\\]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadPattern();

    [GeneratedRegex("^[0-9a-f]{40}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashPattern();
}
