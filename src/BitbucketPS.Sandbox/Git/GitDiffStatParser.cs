using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Reads <c>git diff --raw --numstat -z</c>: first what happened to each file, then the lines of each. A file that differs in nothing
/// but ignored white space is among the first, and not among the second.
/// </summary>
internal static class GitDiffStatParser
{
    public static IReadOnlyList<GitDiffStat> Parse(string output)
    {
        Dictionary<string, (char Kind, string Old)> files = new(StringComparer.Ordinal);
        List<GitDiffStat> stats = [];
        Queue<string> fields = new(output.Split('\0'));
        while (fields.TryDequeue(out string? field) && field.Length > 0)
        {
            if (field[0] == ':')
            {
                // ":100644 100644 HASH HASH R100" and one path, or two for a rename.
                char kind = field.Split(' ')[4][0];
                string old = fields.Dequeue();
                files[kind is 'R' or 'C' ? fields.Dequeue() : old] = (kind, old);
                continue;
            }

            // "ADDED<tab>REMOVED<tab>PATH", or an empty path and two more fields for a rename; - for binary files.
            string[] counts = field.Split('\t', 3);
            string path = counts[2];
            if (path.Length == 0)
            {
                fields.Dequeue();
                path = fields.Dequeue();
            }

            stats.Add(Combine(files[path], path, Count(counts[0]), Count(counts[1])));
        }

        return stats;
    }

    private static GitDiffStat Combine((char Kind, string Old) file, string path, int added, int removed)
        => new(file.Kind, added, removed, file.Kind is 'A' ? null : file.Old, file.Kind is 'D' ? null : path);

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;
}
