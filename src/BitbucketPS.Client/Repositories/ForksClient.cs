using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Forks of repositories.</summary>
public sealed class ForksClient
{
    private readonly OperationRunner _runner;

    internal ForksClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Lists the forks of a repository that the account can see.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The forks as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public IAsyncEnumerable<Repository> ListAsync(
        RepositoryId repository,
        RepositoryQuery? query = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.ListAsync(
            RepositoryOperations.ListForks,
            [repository.Workspace, repository.Slug],
            new QueryString().Add("role", query?.Role).Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PageRepository,
            query,
            cancellationToken);
    }

    /// <summary>Forks a repository.</summary>
    /// <param name="repository">The repository that is forked.</param>
    /// <param name="workspace">The slug or UUID of the workspace that the fork goes to; null for that of the repository.</param>
    /// <param name="change">In what it is to differ from the repository; null for nothing.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The fork.</returns>
    /// <exception cref="BitbucketException">There is one of that name, the repository may not be forked, or the server refuses.</exception>
    public Task<Repository> CreateAsync(
        RepositoryId repository,
        string? workspace = null,
        RepositoryChange? change = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.SendAsync(
            RepositoryOperations.CreateFork,
            [repository.Workspace, repository.Slug],
            RepositoryBody.Of(change, workspace),
            BitbucketJson.Default.RepositoryBody,
            BitbucketJson.Default.Repository,
            cancellationToken);
    }
}
