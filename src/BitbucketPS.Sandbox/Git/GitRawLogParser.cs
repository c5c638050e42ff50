namespace BitbucketPS.Sandbox;

/// <summary>Reads <c>git log --format=%x00%H --raw --no-abbrev -z</c> of one file.</summary>
internal static class GitRawLogParser
{
    private const string NoMode = "000000";

    /// <summary>
    /// What each commit left, without sizes, by the hash of the commit. Every commit is an empty field and its hash; its change is
    /// <c>:MODE MODE HASH HASH LETTER</c> after a newline and one path, or two for a rename.
    /// </summary>
    public static IReadOnlyDictionary<string, GitTreeEntry> Parse(string output)
    {
        Dictionary<string, GitTreeEntry> versions = new(StringComparer.Ordinal);
        string commit = "";
        Queue<string> fields = new(output.Split('\0'));
        while (fields.TryDequeue(out string? field))
        {
            string text = field.TrimStart('\n');
            if (text.StartsWith(':'))
            {
                versions[commit] = ReadChange(text[1..].Split(' '), fields);
            }
            else if (text.Length > 0)
            {
                commit = text;
            }
        }

        return versions;
    }

    private static GitTreeEntry ReadChange(string[] change, Queue<string> paths)
    {
        // What was deleted is described as it was, but for its content: there is none.
        string mode = change[1] is NoMode ? change[0] : change[1];
        string path = paths.Dequeue();
        return new(mode, mode is "160000" ? "commit" : "blob", change[3], Size: null, change[4][0] is 'R' or 'C' ? paths.Dequeue() : path);
    }
}
