using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Writes the git of one of many repositories, with one process.</summary>
internal static class BulkGit
{
    /// <summary>Writes it, and gives the hashes of its commits by their marks.</summary>
    public static async Task<IReadOnlyList<string>> WriteAsync(string path, BulkHistory history, CancellationToken cancellationToken)
    {
        await BareRepository.MakeAsync(path, $"ref: refs/heads/{SeedHistory.MainBranch}", cancellationToken);
        string marksFile = Path.Combine(path, "seed-marks");
        byte[] stream = history.Write();

        // One pack, whatever its size: unpacking it would take another process, and a file for each object.
        await GitCommand.RunOrThrowAsync(
            [
                "-c", "fastimport.unpackLimit=1", "-c", "core.fsync=none", "-c", "core.compression=1",
                $"--git-dir={path}", "fast-import", "--quiet", "--done", "--depth=0", $"--export-marks={marksFile}",
            ],
            input => input.WriteAsync(stream, cancellationToken).AsTask(),
            cancellationToken);
        IReadOnlyList<string> hashes = ReadMarks(await File.ReadAllLinesAsync(marksFile, cancellationToken));
        File.Delete(marksFile);
        await BareRepository.WriteRefsAsync(path, Refs(history, hashes), cancellationToken);
        File.Delete(Path.Combine(path, "refs", "heads", SeedHistory.MainBranch));
        return hashes;
    }

    private static IEnumerable<KeyValuePair<string, string>> Refs(BulkHistory history, IReadOnlyList<string> hashes)
        => history.Heads
            .Select((mark, index) => KeyValuePair.Create($"refs/heads/{BulkRepository.BranchName(index)}", hashes[mark]))
            .Append(KeyValuePair.Create($"refs/heads/{SeedHistory.MainBranch}", hashes[history.Main]));

    // Lines such as ":12 0123…", in no order; marks begin at 1.
    private static string[] ReadMarks(string[] lines)
    {
        string[] hashes = new string[lines.Length + 1];
        hashes[0] = "";
        foreach (string line in lines)
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            hashes[int.Parse(line.AsSpan(1, space - 1), NumberStyles.None, CultureInfo.InvariantCulture)] = line[(space + 1)..];
        }

        return hashes;
    }
}
