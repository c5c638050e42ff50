using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Commits and their approvals.</summary>
public sealed class CommitsClient
{
    private readonly OperationRunner _runner;

    internal CommitsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Gets one commit.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Its hash, or the name of a branch or a tag.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The commit.</returns>
    /// <exception cref="BitbucketException">There is no such commit, or it cannot be read.</exception>
    public async Task<Commit> GetAsync(RepositoryId repository, string commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        Commit found = await _runner.GetAsync(
            CommitOperations.GetCommit,
            [repository.Workspace, repository.Slug, commit],
            BitbucketJson.Default.Commit,
            cancellationToken).ConfigureAwait(false);
        return found with { Repository = repository };
    }
}
