namespace BitbucketPS.Sandbox;

/// <summary>Reads <c>git log --format=%x00%H --name-status -z</c>.</summary>
internal static class GitLogParser
{
    /// <summary>
    /// Every commit is an empty field and its hash; every change of it is a letter (after a newline for
    /// the first one) and a path.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<GitFileChange>> ParseChanges(string output)
    {
        Dictionary<string, IReadOnlyList<GitFileChange>> changes = new(StringComparer.Ordinal);
        List<GitFileChange> current = [];
        string[] fields = output.Split('\0');
        for (int i = 0; i < fields.Length; i++)
        {
            string field = fields[i].TrimStart('\n');
            if (field.Length == 1)
            {
                i++;
                current.Add(new(field[0], fields[i]));
            }
            else if (field.Length > 1)
            {
                current = [];
                changes[field] = current;
            }
        }

        return changes;
    }
}
