using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Repositories.</summary>
public sealed class RepositoriesClient
{
    private readonly OperationRunner _runner;

    internal RepositoriesClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Lists the repositories of a workspace that the account can see.</summary>
    /// <param name="workspace">The workspace's slug or UUID.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The repositories as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public IAsyncEnumerable<Repository> ListAsync(
        string workspace,
        RepositoryQuery? query = null,
        CancellationToken cancellationToken = default)
        => _runner.ListAsync(
            RepositoryOperations.ListRepositories,
            [workspace],
            new QueryString().Add("role", query?.Role).Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PageRepository,
            query,
            cancellationToken);

    /// <summary>Gets one repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The repository.</returns>
    /// <exception cref="BitbucketException">There is no such repository, or the account may not see it.</exception>
    public Task<Repository> GetAsync(RepositoryId repository, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.GetAsync(
            RepositoryOperations.GetRepository,
            [repository.Workspace, repository.Slug],
            BitbucketJson.Default.Repository,
            cancellationToken);
    }
}
