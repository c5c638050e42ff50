using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Build statuses of commits.</summary>
public sealed class CommitStatusesClient
{
    private readonly OperationRunner _runner;

    internal CommitStatusesClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Gets one status.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">The hash of the commit.</param>
    /// <param name="key">The status's key.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The status.</returns>
    /// <exception cref="BitbucketException">There is no such status, or it cannot be read.</exception>
    public async Task<CommitStatus> GetAsync(RepositoryId repository, string commit, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        CommitStatus found = await _runner.GetAsync(
            CommitOperations.GetCommitStatus,
            [repository.Workspace, repository.Slug, commit, key],
            BitbucketJson.Default.CommitStatus,
            cancellationToken).ConfigureAwait(false);
        return found with { Repository = repository };
    }
}
