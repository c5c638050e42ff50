namespace BitbucketPS.Sandbox;

/// <summary>The scopes of API tokens, none of which includes another.</summary>
internal static class GranularScopes
{
    public const string ReadRepository = "read:repository:bitbucket";
    public const string WriteRepository = "write:repository:bitbucket";

    // Bitbucket's "API token permissions": what a person can tick when they make a token.
    private static readonly string[] s_known =
    [
        .. Of("repository", "read", "write", "admin", "delete"), .. Of("pullrequest", "read", "write"),
        .. Of("project", "read", "admin"), .. Of("workspace", "read", "admin"), .. Of("user", "read", "write"),
        .. Of("pipeline", "read", "write", "admin"), .. Of("runner", "read", "write"),
        .. Of("issue", "read", "write", "delete"), .. Of("webhook", "read", "write", "delete"),
        .. Of("snippet", "read", "write", "delete"), .. Of("ssh-key", "read", "write", "delete"),
        .. Of("gpg-key", "read", "write", "delete"), .. Of("permission", "read", "write", "delete"),
    ];

    /// <summary>All that there still is an operation for.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_known.Where(scope => !scope.Contains(":issue:", StringComparison.Ordinal))];

    public static bool IsKnown(string scope) => s_known.Contains(scope, StringComparer.Ordinal);

    private static IEnumerable<string> Of(string thing, params IEnumerable<string> verbs)
        => verbs.Select(verb => $"{verb}:{thing}:bitbucket");
}
