namespace BitbucketPS.Trimming;

internal static partial class AnswerFields
{
    private static void AddRepositories(Dictionary<Type, AnswerShape> shapes)
    {
        shapes[typeof(Repository)] = new(
            "type uuid name full_name slug description website scm language size is_private fork_policy has_issues has_wiki created_on "
            + "updated_on owner workspace project mainbranch parent override_settings enforced_signed_commits "
            + "links{self html avatar clone source branches tags commits pullrequests issues forks watchers downloads hooks}");
    }
}
