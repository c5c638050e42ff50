namespace BitbucketPS.Sandbox;

/// <summary>The scopes this sandbox knows, and which include which.</summary>
internal static class Scopes
{
    public const string Account = "account";
    public const string Repository = "repository";
    public const string RepositoryWrite = "repository:write";

    /// <summary>What a credential may do when nothing else was asked for.</summary>
    public static IReadOnlyList<string> All { get; } = [Account, RepositoryWrite];

    /// <summary>Whether a credential may do what needs a scope.</summary>
    /// <remarks>
    /// Bitbucket's documentation: repository:write includes repository, project does too, and
    /// pullrequest:write includes both repository and repository:write. Admin scopes include nothing.
    /// </remarks>
    public static bool Allow(IReadOnlyList<string> granted, string needed)
        => Includers(needed).Append(needed).Any(scope => granted.Contains(scope, StringComparer.Ordinal));

    private static string[] Includers(string scope) => scope switch
    {
        Repository => [RepositoryWrite, "project", "pullrequest", "pullrequest:write"],
        RepositoryWrite => ["pullrequest:write"],
        _ => [],
    };
}
