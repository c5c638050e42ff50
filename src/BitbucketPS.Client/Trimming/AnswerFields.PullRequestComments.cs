namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddPullRequestComments(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(PullRequestComment)] = new(
            "type id created_on updated_on content user deleted parent inline links{self html code} pullrequest resolution pending");
        shapes[typeof(PullRequestCommentResolution)] = new("type user created_on");
        shapes[typeof(PullRequestTask)] = new(
            "id created_on updated_on state content creator pending resolved_on resolved_by comment links{self html}");
        shapes[typeof(IdReference)] = new("type id created_on updated_on content user deleted parent inline links pullrequest");
        shapes[typeof(RenderedText)] = new("type raw markup html");
        shapes[typeof(InlineAnchor)] = new("type path from to start_from start_to context_lines outdated");
    }
}
