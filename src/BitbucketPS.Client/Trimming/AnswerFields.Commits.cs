namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddCommits(Dictionary<Type, AnswerShape> shapes)
    {
        // Who takes part is told of a commit by itself, and not in lists.
        shapes[typeof(Commit)] = new("type hash date author committer message summary rendered parents links repository properties");
        shapes[typeof(CommitAuthor)] = new("type raw user");
        shapes[typeof(CommitComment)] = new("type id created_on updated_on content user deleted parent inline links{self html code} commit");
        shapes[typeof(CommitReference)] = new("type hash links");
        shapes[typeof(CommitStatus)] = new("type key state name description url refname uuid commit{type hash links} repository created_on updated_on links{self commit}");
        shapes[typeof(CommitSummary)] = new("type hash date author committer message summary rendered parents links repository participants properties");
    }
}
