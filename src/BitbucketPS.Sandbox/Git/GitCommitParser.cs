namespace BitbucketPS.Sandbox;

/// <summary>Reads commits that git writes field by field. Neither names, addresses nor messages can hold a NUL.</summary>
internal static class GitCommitParser
{
    /// <summary>The format for <c>git log</c>.</summary>
    public const string Format = "%H%x00%P%x00%an%x00%ae%x00%ct%x00%cn%x00%ce%x00%B%x00";

    private const int FieldCount = 8;

    public static IReadOnlyList<GitCommit> Parse(string output)
        => [.. output.Split('\0').Chunk(FieldCount).Where(fields => fields.Length == FieldCount).Select(ParseOne)];

    private static GitCommit ParseOne(string[] fields)
        => new(
            fields[0].TrimStart('\n'),
            fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            fields[2],
            fields[3],
            GitDate.Parse(fields[4]),
            fields[7].TrimEnd('\n') + "\n")
        {
            CommitterName = fields[5],
            CommitterEmail = fields[6],
        };
}
