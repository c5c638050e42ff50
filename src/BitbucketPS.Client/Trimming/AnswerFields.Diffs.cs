namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddDiffs(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(DiffStat)] = new("type status lines_added lines_removed old new");
        shapes[typeof(DiffStatFile)] = new("type path escaped_path attributes commit links");
    }
}
