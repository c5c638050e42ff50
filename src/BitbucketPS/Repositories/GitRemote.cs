namespace BitbucketPS;

/// <summary>A remote of a git clone.</summary>
/// <param name="Name">Its name, such as <c>origin</c>.</param>
/// <param name="Address">Where it is, as git would go there.</param>
internal sealed record GitRemote(string Name, string Address)
{
    /// <summary>Reads what "git remote -v" writes: <c>name, tab, address (fetch)</c>, and perhaps what a partial clone leaves out.</summary>
    public static IReadOnlyList<GitRemote> Parse(string text)
    {
        List<GitRemote> remotes = [];
        foreach (string line in text.Split('\n'))
        {
            if (line.Split('\t', 2) is [string name, string rest] && rest.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and int end)
            {
                remotes.Add(new(name, rest[..end]));
            }
        }

        return [.. remotes.Distinct()];
    }
}
