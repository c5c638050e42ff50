namespace BitbucketPS.Cmdlets;

/// <summary>A title and a description that are made of the commits of a branch.</summary>
/// <param name="Title">The title.</param>
/// <param name="Description">The description; null for none.</param>
internal sealed record PullRequestFill(string Title, string? Description)
{
    // Who has more commits than a page holds wants to write a description.
    private const int MostCommits = 50;

    /// <summary>Reads the commits that a branch has and its destination has not.</summary>
    /// <exception cref="BitbucketException">There are none, or they cannot be read.</exception>
    public static async Task<PullRequestFill> ReadAsync(
        BitbucketClient client,
        RepositoryId repository,
        string source,
        Branch destination,
        CancellationToken cancellationToken)
    {
        CommitQuery query = new() { Include = [source], Exclude = [destination.Target?.Hash ?? destination.Name], First = MostCommits + 1 };
        List<Commit> commits = [];
        await foreach (Commit commit in client.Commits.ListAsync(repository, query, cancellationToken).ConfigureAwait(false))
        {
            commits.Add(commit);
        }

        return commits.Count > 0 ? Of(commits, source) : throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument,
            $"{repository}:{source} has no commits that {destination.Name} has not.")
        {
            RecommendedAction = "Push the commits first, or check -SourceBranch and -DestinationBranch.",
        };
    }

    /// <summary>Of one commit its own words; of several a list of their first lines, the oldest first.</summary>
    /// <param name="commits">The commits, the newest first; at least one.</param>
    /// <param name="branch">The branch they are on.</param>
    public static PullRequestFill Of(IReadOnlyList<Commit> commits, string branch)
    {
        if (commits is [Commit only])
        {
            string[] parts = (only.Message ?? "").ReplaceLineEndings("\n").Split('\n', 2);
            string rest = parts.Length > 1 ? parts[1].Trim('\n').TrimEnd() : "";
            return new(parts[0].Trim() is { Length: > 0 } subject ? subject : branch, rest.Length > 0 ? rest : null);
        }

        IEnumerable<string> subjects = commits.Take(MostCommits).Reverse().Select(commit => $"* {commit.Summary}");
        return new(branch, string.Join('\n', commits.Count > MostCommits ? subjects.Prepend("* …, and older ones") : subjects));
    }
}
