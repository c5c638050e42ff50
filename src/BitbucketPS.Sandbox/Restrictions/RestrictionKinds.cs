namespace BitbucketPS.Sandbox;

/// <summary>What the kinds of restrictions have in common.</summary>
internal static class RestrictionKinds
{
    public const string Push = "push";
    public const string Delete = "delete";
    public const string Force = "force";
    public const string Merge = "restrict_merges";

    private static readonly string[] s_counting =
    [
        "require_approvals_to_merge", "require_default_reviewer_approvals_to_merge", "require_review_group_approvals_to_merge",
        "require_passing_builds_to_merge", "require_commits_behind",
    ];

    /// <summary>Whether people and groups can be excepted.</summary>
    public static bool HasExceptions(string kind) => kind is Push or Merge;

    /// <summary>Whether it needs a number.</summary>
    public static bool HasValue(string kind) => s_counting.Contains(kind, StringComparer.Ordinal);
}
