namespace BitbucketPS.Sandbox;

/// <summary>The scopes this sandbox knows, and which include which.</summary>
internal static class Scopes
{
    public const string Account = "account";
    public const string Repository = "repository";
    public const string RepositoryWrite = "repository:write";

    /// <summary>What a credential may do when nothing else was asked for: everything there still is an operation for.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Account, "account:write", "email", Repository, RepositoryWrite, "repository:admin", "repository:delete", "pullrequest", "pullrequest:write",
        "project", "project:admin", "webhook", "snippet", "snippet:write", "pipeline", "pipeline:write", "pipeline:variable", "runner", "runner:write",
    ];

    /// <summary>Whether a credential may do what needs a scope.</summary>
    /// <remarks>
    /// Bitbucket's documentation: repository:write includes repository, project does too, and
    /// pullrequest:write includes pullrequest, repository and repository:write; snippet:write includes snippet. Admin scopes include nothing.
    /// </remarks>
    public static bool Allow(IReadOnlyList<string> granted, string needed)
        => Includers(needed).Append(needed).Any(scope => granted.Contains(scope, StringComparer.Ordinal));

    private static string[] Includers(string scope) => scope switch
    {
        Repository => [RepositoryWrite, "project", "pullrequest", "pullrequest:write"],
        RepositoryWrite => ["pullrequest:write"],
        "pullrequest" => ["pullrequest:write"],
        "snippet" => ["snippet:write"],
        _ => [],
    };
}
