using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Finds the hash that a branch or a tag stands for, where the service takes hashes only.</summary>
internal sealed class CommitResolver(OperationRunner runner)
{
    private const int ShortestHash = 7;
    private const int LongestHash = 64;

    /// <summary>The hash of a commit: what looks like one is taken for one, without a request.</summary>
    public async Task<string> HashAsync(RepositoryId repository, string commit, CancellationToken cancellationToken)
        => IsHash(commit) ? commit : await FindAsync(repository, commit, cancellationToken).ConfigureAwait(false);

    /// <summary>What can stand for the commit in the path of an address: its name, unless that has a slash.</summary>
    public async Task<string> FitForPathAsync(RepositoryId repository, string commit, CancellationToken cancellationToken)
        => commit.Contains('/', StringComparison.Ordinal) ? await FindAsync(repository, commit, cancellationToken).ConfigureAwait(false) : commit;

    private static bool IsHash(string text)
        => text.Length is >= ShortestHash and <= LongestHash && text.All(char.IsAsciiHexDigit);

    // A list that begins at the name begins with its commit. It takes branches, tags and hashes alike, and is one request.
    private async Task<string> FindAsync(RepositoryId repository, string name, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<Commit> commits = runner.ListAsync(
            CommitOperations.ListCommits,
            [repository.Workspace, repository.Slug],
            new QueryString().Add("include", name),
            BitbucketJson.Default.PageCommit,
            new() { First = 1 },
            cancellationToken);
        await foreach (Commit commit in commits.ConfigureAwait(false))
        {
            return commit.Hash;
        }

        throw new BitbucketException(BitbucketErrorKind.NotFound, $"'{name}' leads to no commit in {repository}.");
    }
}
