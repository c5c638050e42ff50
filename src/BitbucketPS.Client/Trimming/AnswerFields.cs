namespace BitbucketPS.Trimming;

/// <summary>
/// What the service is known to send for each model: the API description of August 2026, and what real answers hold beyond it. What is
/// missing here is sent in vain; what is here in vain does no harm, since the service ignores names that it does not know.
/// </summary>
internal static class AnswerFields
{
    private static readonly Dictionary<Type, AnswerShape> s_shapes = new()
    {
        [typeof(Branch)] = new("type name target links{self html commits pullrequest_create} merge_strategies default_merge_strategy sync_strategies"),
        [typeof(CommitSummary)] = new("type hash date author committer message summary rendered parents links repository participants properties"),
        [typeof(CommitAuthor)] = new("type raw user"),
        [typeof(Account)] = new("type display_name nickname username uuid account_id account_status created_on is_staff has_2fa_enabled website location links"),
        [typeof(Repository)] = new(
            "type uuid name full_name slug description website scm language size is_private fork_policy has_issues has_wiki created_on "
            + "updated_on owner workspace project mainbranch parent override_settings enforced_signed_commits "
            + "links{self html avatar clone source branches tags commits pullrequests issues forks watchers downloads hooks}"),
        [typeof(ProjectReference)] = new("type uuid key name description is_private has_publicly_visible_repos created_on updated_on owner workspace links"),
        [typeof(WorkspaceAccess)] = new("type administrator permission last_accessed added_on user workspace links"),
        [typeof(WorkspaceReference)] = new(
            "type uuid slug name is_private is_personal is_privacy_enforced forking_mode created_on updated_on links"),
    };

    /// <summary>What the service sends for a model; null where it is not known.</summary>
    public static AnswerShape? Of(Type model) => s_shapes.GetValueOrDefault(model);
}
