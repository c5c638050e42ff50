namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddPullRequests(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(PullRequest)] = new(
            "type id title description rendered summary state draft author source destination reviewers participants merge_commit "
            + "close_source_branch closed_by reason comment_count task_count queued created_on updated_on links");
    }
}
