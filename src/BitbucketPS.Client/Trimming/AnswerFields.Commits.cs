namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private const string CommitFields = "type hash date author committer message summary rendered parents links repository participants properties";

    private static void AddCommits(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(Commit)] = new(CommitFields);
        shapes[typeof(CommitAuthor)] = new("type raw user");
        shapes[typeof(CommitComment)] = new("type id created_on updated_on content user deleted parent inline links{self html code} commit");
        shapes[typeof(CommitReference)] = new(CommitFields);
        shapes[typeof(CommitStatus)] = new("type key state name description url refname uuid commit{type hash links} repository created_on updated_on links{self commit}");
        shapes[typeof(CommitSummary)] = new(CommitFields);
        shapes[typeof(Participant)] = new("type user role approved state participated_on");
    }
}
