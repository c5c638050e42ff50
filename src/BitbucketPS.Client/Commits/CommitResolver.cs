using System.Net;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Finds the hash that a branch or a tag stands for, where the service takes no names, or not each.</summary>
internal sealed class CommitResolver(OperationRunner runner)
{
    // Of SHA-1 and of SHA-256.
    private const int ShortHash = 40;
    private const int LongHash = 64;

    /// <summary>
    /// The whole hash of a commit, without a request if that is what is given. What is shorter may be the name of a branch or a tag, such as
    /// <c>deadbeef</c> or <c>20261128</c>.
    /// </summary>
    public async Task<string> HashAsync(RepositoryId repository, string commit, CancellationToken cancellationToken)
        => IsHash(commit) ? commit : await FindAsync(repository, commit, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// What can stand for the commit in the path of an address: its name, unless that has a slash, which is not found there, encoded or
    /// not.
    /// </summary>
    public async Task<string> FitForPathAsync(RepositoryId repository, string commit, CancellationToken cancellationToken)
        => commit.Contains('/', StringComparison.Ordinal) ? await FindAsync(repository, commit, cancellationToken).ConfigureAwait(false) : commit;

    /// <summary>The hash of the newest commit of the main branch.</summary>
    public async Task<string> NewestOfMainAsync(RepositoryId repository, CancellationToken cancellationToken)
    {
        OperationCall call = new(SourceOperations.GetSourceRoot, repository.Workspace, repository.Slug)
        {
            Query = new QueryString().Add("format", "meta"),
        };
        SourceEntry root = await runner.CallAsync(call, BitbucketJson.Default.SourceEntry, cancellationToken).ConfigureAwait(false);
        return root.Commit;
    }

    private static bool IsHash(string text) => text.Length is ShortHash or LongHash && text.All(char.IsAsciiHexDigit);

    private async Task<string> FindAsync(RepositoryId repository, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await NewestAsync(repository, name, cancellationToken).ConfigureAwait(false) ?? throw Unknown(repository, name, inner: null);
        }
        catch (BitbucketApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            throw Unknown(repository, name, e);
        }
    }

    // A list that begins at the name begins with its commit. It takes branches, tags and hashes alike, and is one request.
    private async Task<string?> NewestAsync(RepositoryId repository, string name, CancellationToken cancellationToken)
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

        return null;
    }

    private static BitbucketException Unknown(RepositoryId repository, string name, Exception? inner)
        => new(BitbucketErrorKind.NotFound, $"{repository} has no branch, tag or commit '{name}', or the account may not see it.", inner);
}
