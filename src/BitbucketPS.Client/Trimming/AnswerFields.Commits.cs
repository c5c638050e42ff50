namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddCommits(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(Commit)] = new("type hash date author committer message summary rendered parents links repository participants properties");
        shapes[typeof(CommitSummary)] = new("type hash date author committer message summary rendered parents links repository participants properties");
        shapes[typeof(CommitAuthor)] = new("type raw user");
        shapes[typeof(CommitStatus)] = new("type key state name description url refname uuid commit repository created_on updated_on links");
    }
}
