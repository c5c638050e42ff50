using System.Diagnostics.CodeAnalysis;

namespace BitbucketPS.Sandbox;

/// <summary>The scopes that a consumer can have, and what the page says about each.</summary>
internal static class OAuth2Scopes
{
    // In the order of the page: what most scripts ask for comes first.
    private static readonly (string Scope, string Text)[] s_catalogue =
    [
        ("account", "Read your account"),
        ("account:write", "Change your account"),
        ("email", "Read your e-mail address"),
        ("repository", "Read your repositories, private ones too"),
        ("repository:write", "Change your repositories"),
        ("repository:admin", "Administer your repositories"),
        ("repository:delete", "Delete your repositories"),
        ("pullrequest", "Read your repositories and their pull requests"),
        ("pullrequest:write", "Change your repositories, and open, merge and decline pull requests"),
        ("project", "Read your projects and the repositories in them"),
        ("project:admin", "Change the settings of your projects"),
        ("issue", "Read the issues of your repositories"),
        ("issue:write", "Change the issues of your repositories"),
        ("wiki", "Read and change the wikis of your repositories"),
        ("webhook", "Read and change the webhooks of your repositories"),
        ("snippet", "Read your snippets"),
        ("snippet:write", "Change your snippets"),
        ("pipeline", "Read the pipelines of your repositories"),
        ("pipeline:write", "Run and stop pipelines"),
        ("pipeline:variable", "Read and change the variables of pipelines"),
        ("runner", "Read your runners"),
        ("runner:write", "Change your runners"),
        ("team", "Read who is in your workspaces"),
        ("team:write", "Change who is in your workspaces"),
        ("test", "Read the tests of your repositories"),
        ("test:write", "Change the tests of your repositories"),
    ];

    public static IReadOnlyList<string> Known { get; } = [.. s_catalogue.Select(entry => entry.Scope)];

    public static bool IsKnown(string scope) => Known.Contains(scope, StringComparer.Ordinal);

    /// <summary>The scopes with what they allow, in the order of the page.</summary>
    public static IReadOnlyList<(string Text, string Scope)> Describe(IReadOnlyList<string> scopes)
        => [.. s_catalogue.Where(entry => scopes.Contains(entry.Scope, StringComparer.Ordinal)).Select(entry => (entry.Text, entry.Scope))];

    /// <summary>What is left of a grant when only some of it is asked for.</summary>
    /// <param name="granted">What there is to give.</param>
    /// <param name="asked">Scopes with spaces between; null or nothing for all there is.</param>
    /// <param name="scopes">What was asked for, each once.</param>
    /// <returns>False if a scope is unknown, or not in the grant.</returns>
    public static bool TryNarrow(IReadOnlyList<string> granted, string? asked, [NotNullWhen(true)] out IReadOnlyList<string>? scopes)
    {
        string[] words = (asked ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool isGranted = words.All(scope => IsKnown(scope) && Scopes.Allow(granted, scope));
        scopes = words.Length == 0 ? granted : [.. words.Distinct(StringComparer.Ordinal)];
        return isGranted;
    }
}
