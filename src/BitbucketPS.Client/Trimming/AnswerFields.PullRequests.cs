namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddPullRequests(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(PullRequest)] = new(
            "type id title description rendered summary state draft author source destination +reviewers +participants merge_commit "
            + "close_source_branch closed_by reason comment_count task_count queued created_on updated_on "
            + "links{self html commits approve request-changes diff diffstat comments activity merge decline statuses}");
        shapes[typeof(DefaultReviewerReference)] = new("type reviewer_type user");
        shapes[typeof(PullRequestActivityEntry)] = new("pull_request update approval changes_requested comment");
        shapes[typeof(PullRequestActivityEntry.PullRequestChange)] = new(
            "type id state draft title description reason author user date created_on updated_on content deleted inline parent pullrequest "
            + "source destination reviewers participants changes links resolution pending");
        shapes[typeof(PullRequestConflict)] = new("type path escaped_path");
        shapes[typeof(PullRequestReference)] = new("type id title draft description state links");
        shapes[typeof(PullRequestSide)] = new("branch commit repository");
        shapes[typeof(PullRequestSide.FullNameReference)] = new("type uuid name full_name links");
        shapes[typeof(PullRequestSide.NamedReference)] = new("name merge_strategies default_merge_strategy links");
    }
}
