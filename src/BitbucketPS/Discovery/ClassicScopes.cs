namespace BitbucketPS;

/// <summary>Which scopes of OAuth consumers and access tokens include which. Those of administrators include none, and API tokens know no such thing.</summary>
internal static class ClassicScopes
{
    /// <summary>Scopes with all that they include.</summary>
    public static IReadOnlySet<string> Expand(IEnumerable<string> scopes)
    {
        HashSet<string> all = new(StringComparer.OrdinalIgnoreCase);
        Queue<string> open = new(scopes);
        while (open.TryDequeue(out string? scope))
        {
            if (all.Add(scope))
            {
                foreach (string included in IncludedIn(scope))
                {
                    open.Enqueue(included);
                }
            }
        }

        return all;
    }

    /// <summary>The least scopes that give all of these.</summary>
    public static IReadOnlyList<string> Reduce(IEnumerable<string> scopes)
    {
        string[] all = [.. scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        HashSet<string> included = [.. Expand(all.SelectMany(IncludedIn))];
        return [.. all.Where(scope => !included.Contains(scope))];
    }

    private static string[] IncludedIn(string scope) => scope.ToLowerInvariant() switch
    {
        "pullrequest:write" => ["pullrequest", "repository:write"],
        "project" or "pullrequest" or "repository:write" => ["repository"],
        "snippet:write" => ["snippet"],
        "issue:write" => ["issue"],
        _ => [],
    };
}
