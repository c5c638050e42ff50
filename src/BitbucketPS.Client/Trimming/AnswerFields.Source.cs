namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddSource(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(SourceEntry)] = new("type path commit{type hash links} attributes escaped_path size mimetype links{self meta history}");

        // Of its commit, the list of a file's history says no more than the hash, unless the rest is asked for.
        shapes[typeof(FileHistoryEntry)] = new(
            "type path commit{type hash links +date +author +message} attributes escaped_path size mimetype links{self meta history}");
    }
}
