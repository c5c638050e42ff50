namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddPullRequestComments(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(RenderedText)] = new("type raw markup html");
        shapes[typeof(InlineAnchor)] = new("type path from to start_from start_to context_lines outdated");
    }
}
